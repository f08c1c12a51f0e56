import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Beginning } from './interview.ts';

/** A file that a folder of policies begins with. */
export interface FirstFile {
  readonly name: string;
  /** What it is, for the list of what was written. */
  readonly says: string;
  readonly content: string;
}

const exemptions = `# Pools that may differ from a rule, for at most 90 days. It ends by itself: after its last day the rules count again.
# One entry, to copy below and fill in:
#
# exemptions:
#   - pools: [arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123] # exactly, no pattern
#     rules: [password-minimum-length]
#     floor: { atLeast: 10 } # what holds in place of the rule; without it, nothing does
#     reason: Its users type on television sets.
#     approver: security@example.com
#     ticket: SEC-1
#     granted: 2027-01-01
#     expires: 2027-03-31
exemptions: []
`;

const owners = `# yaml-language-server: $schema=./owners.schema.json
# Who hears of which pools, besides the security team, which hears of all.
# One entry, to copy below and fill in:
#
# owners:
#   - name: checkout-team # becomes part of a topic's name
#     pools: # whatever matches suffices
#       arns: [arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123]
#       tags: { team: checkout } # claimed: whoever can tag a pool could
#     emails: [checkout@example.com] # each has to confirm
owners: []
`;

/** The files that a folder of policies begins with: this package's baseline in the mode chosen, and what stands beside it. */
export const firstFiles = async ({ mode }: Pick<Beginning, 'mode'>): Promise<readonly FirstFile[]> => {
  const own = (name: string): Promise<string> => readFile(join(packageRoot(), 'policies', name), 'utf8');
  const baseline = (await own('baseline.yaml')).replace(
    /^mode: .*$/m,
    `mode: ${mode} # off < notify < remediate; a rule may have its own`,
  );
  return [
    { name: 'baseline.yaml', says: `the floor for every pool, in mode ${mode}`, content: baseline },
    { name: 'exemptions.yaml', says: 'pools that may differ, for a time: none yet', content: exemptions },
    { name: 'owners.yaml', says: 'who hears of which pools: nobody yet', content: owners },
    { name: 'policy.schema.json', says: 'for your editor', content: await own('policy.schema.json') },
    { name: 'owners.schema.json', says: 'for your editor', content: await own('owners.schema.json') },
  ];
};

import { createHash } from 'node:crypto';
import type { EnforcedPolicies } from '../policy.ts';

/**
 * The digest of what policies say: `sha256:` and 64 hexadecimal digits. Moving a rule within its file, or
 * a policy to another file, doesn't change it.
 */
export const digestOf = ({ policies, exemptions }: Omit<EnforcedPolicies, 'digest'>): string => {
  const said = {
    policies: policies.map((policy) => ({ ...policy, rules: byText(policy.rules) })),
    exemptions: byText(exemptions),
  };
  const text = canonical({ ...said, policies: byText(said.policies) });
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
};

const byText = <Entry>(entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((left, right) => (canonical(left) < canonical(right) ? -1 : 1));

/** JSON with sorted members and without the places in files. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, node: unknown) => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
    const members = Object.entries(node).filter(([member]) => member !== 'source');
    return Object.fromEntries(members.sort(([left], [right]) => (left < right ? -1 : 1)));
  });

import { readFileSync } from 'node:fs';
import { afterChanges, beforeChanges } from '../src/remediation/carry/carry-rules.ts';
import { coupledSettings } from '../src/remediation/coupled-settings.ts';
import { couplings } from '../src/remediation/couplings/couplings.ts';

const intro = `# Couplings and carry rules

\`UpdateUserPool\` and \`SetUserPoolMfaConfig\` replace everything, so a remediation sends the whole pool back. This page names each thing that then isn't simply as it was read, with its reason and where that is known from. It is written by \`npm run generate\` from the rules themselves.
`;

const couplingsIntro = `## Couplings

What AWS forces beside a change that a rule asks for. A coupling stands in the plan, in the outcome (\`because\`) and in the notice under its name, with the change that forces it; where that change is refused, the coupling goes with it.
`;

const carryIntro = `## Carry rules

How a pool as AWS describes it becomes a request that AWS takes, with nothing lost. They apply in this order; the changes of the plan come between the first part and the second.
`;

/** docs/couplings.md: every coupling and carry rule that is in force, with what its file says of it. */
export const couplingsReference = (): string =>
  [
    intro,
    couplingsIntro,
    ...couplings.map((rule) => {
      const name = nameOf(rule);
      const settings = (coupledSettings[name] ?? []).map((path) => `\`${path}\``).join(', ');
      return `### ${name}\n\n${reasonOf('couplings', rule)}\n\nForced by a change of ${settings}.\n`;
    }),
    carryIntro,
    '### Before the changes\n',
    ...beforeChanges.map(carryRow),
    '\n### After the changes\n',
    ...afterChanges.map(carryRow),
  ]
    .join('\n')
    .concat('\n');

interface Named {
  readonly name: string;
}

const carryRow = (rule: Named): string => `- **${nameOf(rule)}**: ${reasonOf('carry', rule)}`;

/** A rule's name is that of its file, which is named for what it exports. */
const nameOf = ({ name }: Named): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a rule's file says of it: the doc comment right above its export. */
const reasonOf = (folder: string, rule: Named): string => {
  const file = new URL(`../src/remediation/${folder}/${nameOf(rule)}.ts`, import.meta.url);
  const [before = ''] = readFileSync(file, 'utf8').split(`export const ${rule.name}`);
  const comment = before.slice(before.lastIndexOf('/**')).trim();
  if (!comment.endsWith('*/')) throw new Error(`${rule.name} has no doc comment.`);
  return comment
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s*/, ''))
    .join(' ')
    .trim();
};

import {
  absenceWords,
  carryWords,
  remedyWords,
  saferWords,
  takenWords,
  tierWords,
  whyNotGoverned,
} from '../src/cli/explain/setting-words.ts';
import { operators } from '../src/policy/operators/operators.ts';
import { messages } from '../src/pool/catalogue/messages.ts';
import { mfa } from '../src/pool/catalogue/mfa.ts';
import { passwordPolicy } from '../src/pool/catalogue/password-policy.ts';
import { protection } from '../src/pool/catalogue/protection.ts';
import { readOnlyMembers } from '../src/pool/catalogue/read-only.ts';
import { sending } from '../src/pool/catalogue/sending.ts';
import { emailMfa, signUpAndRecovery } from '../src/pool/catalogue/sign-up-and-recovery.ts';
import { triggers } from '../src/pool/catalogue/triggers.ts';
import { isGovernable, type KnownSetting } from '../src/pool/settings.ts';
import { couplingsOf } from '../src/remediation/coupled-settings.ts';
import { callFor } from '../src/remediation/planned-call.ts';

interface Group {
  readonly title: string;
  readonly says: string;
  readonly rows: readonly KnownSetting[];
}

const groups: readonly Group[] = [
  {
    title: 'Passwords and sign-in',
    says: 'What passwords and first factors a pool accepts.',
    rows: passwordPolicy,
  },
  {
    title: 'Protection, tier and promises to others',
    says: 'What defends the pool, what it costs, and what applications rely on.',
    rows: protection,
  },
  {
    title: 'Sign-up, recovery and devices',
    says: 'Who may create an account, how it is recovered, and which devices are remembered.',
    rows: signUpAndRecovery,
  },
  {
    title: 'Verification and messages',
    says: 'What a pool verifies, and the texts that it sends.',
    rows: messages,
  },
  {
    title: 'Senders',
    says: 'Through which accounts, roles and addresses a pool sends.',
    rows: sending,
  },
  { title: 'Triggers', says: 'The Lambda functions that Cognito calls while it works.', rows: triggers },
  {
    title: 'Second factors and passkeys',
    says: 'What GetUserPoolMfaConfig tells and SetUserPoolMfaConfig writes.',
    rows: [...mfa, ...emailMfa],
  },
  {
    title: 'Fixed or only told',
    says: 'What DescribeUserPool tells and UpdateUserPool doesn’t take.',
    rows: readOnlyMembers,
  },
];

const intro = `# Settings

Every setting that a Cognito user pool can have, under AWS's own name: what it means, what a rule can ask of it, and what happens when Lifeguard puts it right. This page is written by \`npm run generate\` from the catalogue in [src/pool/catalogue/](../src/pool/catalogue), which a test holds against AWS's SDK. [policy-format.md](policy-format.md) says how a rule is written, [couplings.md](couplings.md) what AWS forces beside a change, and [refusals.md](refusals.md) why a change may not be made.

How to read an entry:

- **Takes**: the values that AWS accepts, and which way is safer. Without a ticket (\`allowWeakening\`) no rule moves a setting the other way.
- **Operators**: what a rule can say of it.
- **Put right**: the call that writes it, or why it is only told.
- **Where it is missing**: what its absence means in what AWS tells of a pool, and in a request that creates one. A rule is held against that.
- **Drags along**: couplings, by name.
- **Other writes**: what a request that puts something else right does to it. \`UpdateUserPool\` takes the whole pool, and by its documentation resets what a request leaves out: nothing is lost either way.
- **Felt by**: who notices when it changes.
`;

/** docs/settings.md: every row of the catalogue, in its groups. */
export const settingsReference = (): string =>
  [
    intro,
    groups.map(({ title, rows }) => `- [${title}](#${anchor(title)}): ${rows.length} settings`).join('\n'),
    ...groups.map(section),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .concat('\n');

/** A heading's anchor, as GitHub makes it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');

const section = ({ title, says, rows }: Group): string =>
  [
    `\n## ${title}\n`,
    `${says}\n`,
    '| Setting | Meaning | Put right by |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| [${row.path}](#${anchor(row.path)}) | ${row.meaning} | ${shortRemedy(row)} |`),
    ...rows.map(entry),
  ].join('\n');

const shortRemedy = (row: KnownSetting): string => {
  const place = row.sameAs ?? row.foldedInto;
  if (place !== undefined) return `governed as ${link(place)}`;
  if (!isGovernable(row)) return 'no call: AWS only tells it';
  if (row.calls[0] === 'CreateUserPool') return 'notify only';
  return row.sensitive ? `${callFor(row.path)}, if permitted` : callFor(row.path);
};

const entry = (row: KnownSetting): string =>
  [
    `\n### ${row.path}\n`,
    `${row.meaning}\n`,
    ...(isGovernable(row) ? governed(row) : [`- **Not governed**: ${whyNotGoverned(row, link)}`]),
    `- **Evidence**: ${row.evidence}`,
  ].join('\n');

const governed = (row: KnownSetting): readonly string[] => [
  `- **Takes**: ${takenWords(row.kind)}; ${saferWords(row)}.`,
  `- **Operators**: ${operators
    .filter((operator) => operator.fits(row))
    .map(({ name }) => `\`${name}\``)
    .join(', ')}`,
  `- **Put right**: ${remedyWords(row)}`,
  `- **Where it is missing**: ${absenceWords(row)}.`,
  ...(row.tier ? [`- **Tier**: ${tierWords(row.tier)}.`] : []),
  ...dragged(row),
  `- **Other writes**: ${carryWords(row)}`,
  `- **Felt by**: ${row.feltBy}`,
];

const dragged = ({ path }: KnownSetting): readonly string[] => {
  const names = couplingsOf(path).map((name) => `[${name}](couplings.md#${name})`);
  return names.length === 0 ? [] : [`- **Drags along**: ${names.join(', ')}`];
};

const link = (path: string): string => `[${path}](#${anchor(path)})`;

import { showValue } from '../../pool/setting-value.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { paint } from '../report/paint.ts';
import type { Explanation } from './explanation.ts';

type Row = readonly [string, string];

/** An explanation for a terminal: of a rule what files say, then of its setting what AWS and Lifeguard do. */
export const explanationText = ({ rule, setting }: Explanation): string =>
  [...(rule ? [ruleText(rule)] : []), settingText(setting)].join('\n\n');

const ruleText = (rule: NonNullable<Explanation['rule']>): string =>
  [
    `${paint.strong(inert(rule.rule))}  ${paint.faint(inert(rule.at))}`,
    inert(rule.why),
    rows([
      ['Requires', `${rule.setting}: ${rule.required}`],
      ['Severity', rule.severity],
      ['Mode', modes[rule.mode]],
      ['Binds', rule.appliesTo],
      ...Object.entries(rule.terms).map(([term, value]): Row => [term, showValue(value)]),
      ...(rule.controls.length > 0 ? [['Controls', rule.controls.join(', ')] as const] : []),
      ...(rule.owner === undefined ? [] : [['Ask', rule.owner] as const]),
    ]),
    list(
      'Exemptions in force',
      rule.exemptions.map(
        ({ ticket, expires, approver, pools, floor, at }) =>
          `${ticket} until ${expires}, approved by ${approver}, for ${pools.join(', ')}${floor === null ? '' : `; still required: ${floor}`}  (${at})`,
      ),
      'none',
    ),
    `  ${paint.strong('To ask for one')}: ${rule.exemptionsUrl === undefined ? 'an entry in exemptions.yaml with pools, rules, reason, approver, ticket, granted and expires, 90 days at most' : inert(rule.exemptionsUrl)}.`,
  ].join('\n');

const modes = {
  off: 'off: not checked',
  notify: 'notify: told',
  remediate: 'remediate: put right and told, where the deployment’s mode permits it',
} as const;

const settingText = (setting: Explanation['setting']): string =>
  [
    paint.strong(setting.setting),
    setting.meaning,
    rows([
      ['Takes', `${setting.takes}; ${setting.safer}`],
      ...(setting.putRight === undefined ? [] : [['Put right', setting.putRight] as const]),
      ...(setting.notGoverned === undefined ? [] : [['Not governed', setting.notGoverned] as const]),
      ['If missing', setting.absence],
      ...(setting.tier === undefined ? [] : [['Tier', setting.tier] as const]),
      ['Other writes', setting.otherWrites],
      ['Felt by', setting.feltBy],
      ['Evidence', setting.evidence],
      ...(setting.rules.length > 0 ? [['Rules on it', setting.rules.join(', ')] as const] : []),
    ]),
    list(
      'What a rule can say',
      setting.operators.map(({ operator, meaning }) => `${operator}: ${meaning}`),
    ),
    list(
      'Drags along (docs/couplings.md)',
      setting.couplings.map(({ coupling, brings }) => `${coupling}: ${brings}`),
    ),
    list(
      'Can be refused (docs/refusals.md)',
      setting.refusals.map(({ code, means, next }) => `${code}: ${means} ${next}`),
    ),
    ...(setting.otherRefusals.length > 0
      ? [
          setting.refusals.length > 0
            ? `  And, as any setting, by ${counted(setting.otherRefusals.length, 'more refusal')}: ${setting.otherRefusals.join(', ')}.`
            : `Can be refused, as any setting, by ${counted(setting.otherRefusals.length, 'refusal')} (docs/refusals.md): ${setting.otherRefusals.join(', ')}.`,
        ]
      : []),
  ]
    .filter((part) => part !== '')
    .join('\n');

const rows = (pairs: readonly Row[]): string => {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, words]) => `  ${paint.faint(name.padEnd(width))}  ${inert(words)}`).join('\n');
};

const list = (title: string, lines: readonly string[], none?: string): string => {
  if (lines.length > 0)
    return [`  ${paint.strong(title)}`, ...lines.map((line) => `    ${inert(line)}`)].join('\n');
  return none === undefined ? '' : `  ${paint.strong(title)}: ${none}`;
};

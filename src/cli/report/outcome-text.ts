import { visibleValue } from '../../notify/hidden-value.ts';
import { showValue } from '../../pool/setting-value.ts';
import type { Outcome, OutcomeFinding, OutcomeKind } from '../../remediation/outcome.ts';
import type { SettingChange } from '../../remediation/setting-change.ts';
import { inert, inertLine } from './inert.ts';
import { paint } from './paint.ts';
import { table } from './table.ts';

/** Longest value that a line shows; message templates run to 20,000 characters. */
const valueWidth = 48;

const sayKind: { readonly [kind in OutcomeKind]: string } = {
  compliant: paint.good('compliant'),
  reported: paint.warning('reported'),
  planned: paint.warning('would be remediated'),
  remediated: paint.good('remediated'),
  partly: paint.bad('partly remediated'),
  refused: paint.bad('refused'),
  failed: paint.bad('failed'),
  paused: paint.warning('paused'),
  gone: paint.faint('gone'),
  covered: paint.faint('covered'),
  ignored: paint.faint('ignored'),
};

/** An outcome for a terminal: what is wrong, what changes or changed, what was refused, what is carried. */
export const outcomeText = (outcome: Outcome): string => {
  const { findings, changes, refusals, reason } = outcome;
  return [
    heading(outcome),
    ...(reason ? [`  ${inert(reason)}`] : []),
    ...section('Findings', findings.flatMap(findingLines)),
    ...section(outcome.kind === 'planned' ? 'Would change' : 'Changed', changeLines(changes)),
    ...section(
      'Refused',
      refusals.flatMap(({ code, reason: why, next }) => [
        `    ${paint.bad(code)}  ${inert(why)}`,
        `    ${paint.faint('do:')} ${inert(next)}`,
      ]),
    ),
    ...section(
      'Moved besides',
      outcome.sideEffects.map(
        ({ path, from, to }) => `    ${path}  ${inertLine(from, valueWidth)} → ${inertLine(to, valueWidth)}`,
      ),
    ),
    ...carriedLines(outcome),
  ].join('\n');
};

const heading = ({ pool, kind, causes }: Outcome): string => {
  if (!pool)
    return `${paint.strong(causes[0]?.kind === 'call' ? causes[0].call : 'event')}  ${sayKind[kind]}`;
  const name = pool.name === null ? '' : `${paint.strong(inertLine(pool.name, 60))}  `;
  return `${name}${pool.id}  ${sayKind[kind]}`;
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}`, ...lines];

const findingLines = (finding: OutcomeFinding): string[] => {
  const mark = finding.resolved ? paint.good('✓') : finding.exemption ? paint.faint('~') : paint.bad('✗');
  const exempt = finding.exemption
    ? paint.faint(`  exempt until ${finding.exemption.expires} (${inert(finding.exemption.ticket)})`)
    : '';
  const told = finding.mode === 'notify' && !finding.exemption ? paint.faint('  told only') : '';
  return [
    `    ${mark} ${paint.strong(finding.rule)}  ${finding.severity}  ${paint.faint(finding.at)}${told}${exempt}`,
    `      ${finding.setting}: found ${paint.bad(shown(finding.setting, finding.found))}, required ${paint.good(inertLine(finding.required, 80))}`,
  ];
};

const changeLines = (changes: readonly SettingChange[]): string[] =>
  table(
    changes.flatMap(({ setting, from, to, because }) => [
      [
        `${paint.name('~')} ${setting}`,
        `${paint.bad(shown(setting, from))} → ${paint.good(shown(setting, to))}`,
        paint.faint(because.map((why) => (why.kind === 'rule' ? why.rule : why.reason)).join(', ')),
      ],
    ]),
    4,
  );

const carriedLines = ({ carried, kind, unknownSettings }: Outcome): string[] => {
  if (carried === 0) return [];
  const unknown =
    unknownSettings.length === 0
      ? ''
      : `, ${unknownSettings.length} of them newer than this version (${inertLine(unknownSettings.join(', '), 60)})`;
  return [
    `  ${carried} settings ${kind === 'planned' ? 'would be' : 'were'} carried forward unchanged${unknown}.`,
  ];
};

const shown = (setting: SettingChange['setting'], value: SettingChange['from']): string =>
  inertLine(showValue(visibleValue(setting, value)), valueWidth);

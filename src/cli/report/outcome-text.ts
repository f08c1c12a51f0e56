import { moment } from '../../history/times.ts';
import { commands } from '../../notify/commands.ts';
import { visibleOutcome } from '../../notify/visible-outcome.ts';
import { type SettingValue, showValue } from '../../pool/setting-value.ts';
import { settingAt } from '../../pool/settings.ts';
import type { Outcome, OutcomeFinding, OutcomeKind } from '../../remediation/outcome.ts';
import type { SettingChange } from '../../remediation/setting-change.ts';
import { counted } from './counted.ts';
import { inert, inertLine } from './inert.ts';
import { paint } from './paint.ts';
import { remarkText } from './remark-text.ts';

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

/** An outcome for a terminal, without secrets: what is wrong and what changes or changed, what was refused, what is carried. */
export const outcomeText = (whole: Outcome): string => {
  const outcome = visibleOutcome(whole);
  const { findings, changes, refusals, reason } = outcome;
  const forced = changes.filter(({ setting }) => !findings.some((finding) => finding.setting === setting));
  return [
    heading(outcome),
    ...(reason ? [`  ${inert(reason)}`] : []),
    ...outcome.remarks.map(remarkText),
    ...findings.flatMap((finding) => findingLines(finding, changes)),
    ...forced.flatMap(({ setting, from, to, because }) => [
      `  ${paint.warning('~')} ${setting}  ${diff(from, to)}`,
      ...because.map(
        (why) =>
          `    ${paint.faint(inert(why.kind === 'rule' ? why.rule : `${why.kind === 'person' ? `${why.by}: ` : 'because '}${why.reason}`))}`,
      ),
    ]),
    ...refusals.flatMap(({ code, reason: why, next }) => [
      `  ${paint.bad(`refused: ${code}`)}  ${inert(why)}`,
      `    ${paint.strong('Do:')} ${inert(next)}`,
    ]),
    ...outcome.sideEffects.map(
      ({ path, from, to }) =>
        `  ${paint.warning('moved besides')}  ${inert(path)}  ${inertLine(from, valueWidth)} → ${inertLine(to, valueWidth)}`,
    ),
    ...restingLines(outcome),
    ...feltByLines(outcome),
    ...carriedLines(outcome),
  ].join('\n');
};

const heading = ({ pool, kind, causes }: Outcome): string => {
  if (!pool)
    return `${paint.strong(causes[0]?.kind === 'call' ? inert(causes[0].call) : 'event')}  ${sayKind[kind]}`;
  const name = pool.name === null ? '' : `${paint.strong(inertLine(pool.name, 60))}  `;
  return `${name}${inert(pool.id)}  ${sayKind[kind]}`;
};

const findingLines = (finding: OutcomeFinding, changes: readonly SettingChange[]): string[] => {
  const { rule, severity, at, setting, found, required, resolved, exemption, left } = finding;
  const mark = resolved ? paint.good('✓') : exemption || left ? paint.faint('~') : paint.bad('✗');
  const change = changes.find((candidate) => candidate.setting === setting);
  const values = change ? diff(change.from, change.to) : `found ${paint.bad(shown(found))}`;
  return [
    `  ${mark} ${paint.strong(inert(rule))}  ${severity}  ${paint.faint(inert(`${at}${noteOn(finding)}`))}`,
    `      ${setting}  ${values}  ${paint.faint(`(must be ${inertLine(required, 80)})`)}`,
    ...(change?.warning ? [`      ${paint.warning(change.warning)}`] : []),
  ];
};

/** Why a finding isn't put right, where that is meant to be so. */
export const noteOn = ({ exemption, left, mode }: OutcomeFinding): string => {
  if (exemption) return `  exempt until ${exemption.expires} (${exemption.ticket})`;
  if (left?.kind === 'debt')
    return `  debt since ${left.since.slice(0, 10)}: left until somebody has it put right`;
  if (left?.kind === 'undone') return `  rests until ${moment(left.until)}, after an undo`;
  return mode === 'notify' ? '  notify only' : '';
};

const diff = (from: SettingValue, to: SettingValue): string =>
  `${paint.bad(shown(from))} → ${paint.good(shown(to))}`;

/** Which undo has rules rest, and how that is ended before its time. */
const restingLines = ({ pool, findings }: Outcome): string[] => {
  const resting = findings.flatMap(({ left }) => (left?.kind === 'undone' ? [left] : []));
  const undone = new Set(resting.map(({ outcome }) => outcome));
  if (!pool || undone.size === 0) return [];
  const [is, was] = [resting.length === 1 ? 'rests' : 'rest', undone.size === 1 ? 'was' : 'were'];
  return [
    `  ${counted(resting.length, 'rule')} ${is}, because ${undone.size === 1 ? 'outcome' : 'outcomes'} ${inert([...undone].join(', '))} ${was} undone. To end that: ${inert(commands.resumeAfterUndo(pool))}`,
  ];
};

/** Before something is written, whoever decides wants to know who will notice. */
const feltByLines = ({ kind, changes }: Outcome): string[] => {
  if (kind !== 'planned') return [];
  const felt = new Set(changes.map(({ setting }) => settingAt(setting).feltBy));
  felt.delete('nobody');
  return [`  Felt by: ${felt.size === 0 ? 'nobody who uses the pool' : [...felt].join(', ')}.`];
};

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

const shown = (value: SettingValue): string => inertLine(showValue(value), valueWidth);

import { moment } from '../../notify/moment.ts';
import { showValue } from '../../pool/setting-value.ts';
import { counted } from '../report/counted.ts';
import { inert, inertLine } from '../report/inert.ts';
import { regionsText } from '../report/looked-at-text.ts';
import { paint } from '../report/paint.ts';
import { type UndeterminedReason, undeterminedReasons } from './judge-change.ts';
import type { BacktestReport } from './report.ts';

/** Longest value and longest name that a line shows. */
const valueWidth = 48;
const nameWidth = 80;

/** How many pools and callers are listed; JSON has them all. */
const most = 50;

const reasons: { readonly [reason in UndeterminedReason]: string } = {
  'not-in-request': 'the request does not name the setting, or not in a form that can be compared',
  'request-omitted': 'CloudTrail left the request out of the record, for its size',
  'scope-not-known': 'the policy applies to pools by name or tag, and the record tells neither',
  'tags-not-known': 'the call adds or removes tags, and the record does not tell which others there were',
};

/**
 * A backtest for a terminal: totals in one sentence and what was not read, then by rule, pool and caller, what can't be
 * told, and what wasn't counted.
 * @param days how many were asked for of the event history
 */
export const backtestText = (report: BacktestReport, days?: number): string =>
  [
    [totalsSentence(report, days), ...remediatedSentence(report), ...undeterminedSentence(report)].join('\n'),
    unreadRegionLines(report).join('\n'),
    section('By rule', report.rules.filter(wasAsked).map(ruleLine)),
    section('By pool', report.pools.map(poolLines)),
    section('By caller', report.actors.map(actorLine)),
    section('Undetermined', reasonLines(report)),
    section('Not counted above', apartLines(report)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** Regions whose history was not read, those with the same reason together. */
export const unreadRegionLines = ({
  unread: { regions },
}: Pick<BacktestReport, 'unread'>): readonly string[] =>
  [...Map.groupBy(regions, ({ reason }) => reason)].map(
    ([reason, same]) =>
      `${paint.bad('Not read, or not to the end:')} CloudTrail’s history of ${same.map(({ region }) => inert(region)).join(', ')}. ${inert(reason)}`,
  );

const section = (title: string, lines: readonly string[]): string => {
  if (lines.length === 0) return '';
  const left = lines.length - most;
  return [
    paint.strong(title),
    ...lines.slice(0, most),
    ...(left > 0 ? [`  … and ${left} more: --format json has all.`] : []),
  ].join('\n');
};

const totalsSentence = ({ totals, from, to, regions }: BacktestReport, days: number | undefined): string => {
  const { changes, pools, actors, forbidden } = totals;
  const time =
    days !== undefined
      ? ` in the last ${days === 1 ? 'day' : `${days} days`}`
      : from !== null && to !== null
        ? ` from ${timeOf(from)} to ${timeOf(to)}`
        : '';
  const where = regions.length === 0 ? '' : ` in ${regionsText(regions)}`;
  if (changes === 0) return `No change of a pool was recorded${time}${where}.`;
  const recorded = `${counted(changes, 'change')} to ${counted(pools, 'pool')} by ${counted(actors, 'caller')} ${changes === 1 ? 'was' : 'were'} recorded${time}${where}.`;
  return forbidden === 0
    ? `${recorded} ${changes === 1 ? 'It did not ask' : 'None of them asked'} for what these policies forbid.`
    : `${recorded} ${changes === 1 ? 'It' : `${forbidden} of them`} asked for what these policies forbid${byTools(totals)}.`;
};

/** How many of the forbidden ones came from a tool that declares pools: those have to be mended at the source. */
const byTools = ({ forbidden, forbiddenByTools }: BacktestReport['totals']): string => {
  const times = forbiddenByTools.CloudFormation + forbiddenByTools.Terraform;
  if (forbidden === 1)
    return times === 1
      ? ', and came from CloudFormation or Terraform'
      : ', and came from neither CloudFormation nor Terraform';
  const some = times === 0 ? 'none' : times === forbidden ? 'all' : times;
  return `, ${some} of which came from CloudFormation or Terraform`;
};

const remediatedSentence = ({ totals: { forbidden, remediated } }: BacktestReport): readonly string[] => {
  if (forbidden === 0) return [];
  if (remediated === 0)
    return [
      `No rule in mode remediate forbids ${forbidden === 1 ? 'it' : 'them'}: people would have been told, and nothing put right.`,
    ];
  if (remediated === forbidden)
    return [`Rules in mode remediate would have had ${forbidden === 1 ? 'it' : 'all of them'} put right.`];
  return [
    `Rules in mode remediate would have had ${remediated} of them put right; of the others people would have been told.`,
  ];
};

const sum = (counts: { readonly [reason: string]: number }): number =>
  Object.values(counts).reduce((total, each) => total + each, 0);

const undeterminedSentence = ({ totals, rules }: BacktestReport): readonly string[] => {
  const unknown = sum(totals.undetermined);
  if (unknown === 0) return [];
  const all = rules.reduce(
    (total, { forbidden, exempted, satisfied }) => total + forbidden + exempted + satisfied,
    unknown,
  );
  return [
    `A rule met a change ${counted(all, 'time')}. ${unknown === all ? 'Each time' : `${unknown} of these times`} the record does not say enough for a verdict: see Undetermined.`,
  ];
};

const wasAsked = ({
  forbidden,
  exempted,
  satisfied,
  undetermined,
}: BacktestReport['rules'][number]): boolean => forbidden + exempted + satisfied + sum(undetermined) > 0;

const ruleLine = ({ rule, severity, mode, at, ...counts }: BacktestReport['rules'][number]): string => {
  const { forbidden, exempted, satisfied, undetermined } = counts;
  const mark = forbidden > 0 ? paint.bad('✗') : paint.faint('·');
  return [
    `  ${mark} ${paint.strong(inert(rule))}  ${severity}, ${mode}  ${paint.faint(inert(at))}`,
    `      ${numbers([
      [forbidden, 'forbidden'],
      [satisfied, 'satisfied'],
      [exempted, 'exempted'],
      [sum(undetermined), 'undetermined'],
    ])}`,
  ].join('\n');
};

/** Those of the numbers that say something. */
const numbers = (all: readonly (readonly [number, string])[]): string =>
  all.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`])).join(', ');

const poolLines = ({
  pool,
  accountId,
  region,
  changes,
  forbidden,
  rules,
}: BacktestReport['pools'][number]): string => {
  const name = pool === null ? `${inert(region)}, in records that don’t name the pool` : inert(pool);
  return [
    `  ${paint.strong(name)}  ${inert(accountId)}  ${counted(changes, 'change')}, ${forbidden} forbidden`,
    ...rules.map(({ rule, setting, forbidden: times, last }) =>
      [
        `      ${inert(rule)}, ${counted(times, 'time')}: ${setting} = ${inertLine(showValue(last.value), valueWidth)} (must be ${inertLine(last.required, nameWidth)})`,
        `        last: ${inert(last.call)} by ${inertLine(last.caller, nameWidth)}, ${timeOf(last.at)}`,
      ].join('\n'),
    ),
  ].join('\n');
};

const actorLine = ({
  caller,
  changes,
  forbidden,
  forbiddenByTools,
}: BacktestReport['actors'][number]): string => {
  const tools = Object.entries(forbiddenByTools).filter(([, times]) => times > 0);
  const by = tools.map(([tool, times]) => `${times} by ${tool}`).join(', ');
  return `  ${paint.strong(inertLine(caller, nameWidth))}  ${counted(changes, 'change')}, ${forbidden} forbidden${by === '' ? '' : ` (${by})`}`;
};

const reasonLines = ({ totals }: BacktestReport): readonly string[] =>
  undeterminedReasons
    .filter((reason) => totals.undetermined[reason] > 0)
    .map((reason) => `  ${totals.undetermined[reason]}  ${reasons[reason]}`);

const apartLines = ({ apart: { refused, own, repeated }, unread }: BacktestReport): readonly string[] => [
  ...(refused > 0 ? [`  ${counted(refused, 'change')} that AWS refused`] : []),
  ...own.map(
    ({ caller, changes }) =>
      `  ${counted(changes, 'change')} by ${inertLine(caller, nameWidth)} that ${changes === 1 ? 'claims to be' : 'claim to be'} Lifeguard’s own`,
  ),
  ...(repeated > 0 ? [`  ${counted(repeated, 'record')} that had been counted already`] : []),
  ...(unread.files > 0 ? [`  ${counted(unread.files, 'file')} that could not be read to the end`] : []),
  ...(unread.records > 0 ? [`  ${counted(unread.records, 'record')} that could not be read`] : []),
];

const timeOf = (iso: string): string => inert(moment(iso).map(String).join(''));

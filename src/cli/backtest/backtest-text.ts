import { moment } from '../../notify/moment.ts';
import { showValue } from '../../pool/setting-value.ts';
import { counted } from '../report/counted.ts';
import { inert, inertLine } from '../report/inert.ts';
import { paint } from '../report/paint.ts';
import { type UndeterminedReason, undeterminedReasons } from './judge-change.ts';
import type { BacktestReport } from './report.ts';

/** Longest value and longest name that a line shows. */
const valueWidth = 48;
const nameWidth = 80;

/** How many pools and callers are listed; JSON has them all. */
const most = 50;

const reasons: { readonly [reason in UndeterminedReason]: string } = {
  'not-in-request': 'the request doesn’t name the setting, or not so that it can be compared',
  'request-omitted': 'CloudTrail left the request out, for its size',
  'scope-not-known': 'the policy goes by names or tags that the record doesn’t tell',
  'tags-not-known': 'the call adds tags or takes some away, and the record doesn’t tell the others',
};

/**
 * A backtest for a terminal: totals in one sentence, then by rule, pool and caller, what couldn't be told, and what
 * wasn't counted.
 */
export const backtestText = (report: BacktestReport, days?: number): string =>
  [
    [totalsSentence(report, days), ...remediatedSentence(report), ...undeterminedSentence(report)].join('\n'),
    section('By rule', report.rules.filter(wasAsked).map(ruleLine)),
    section('By pool', report.pools.map(poolLines)),
    section('By caller', report.actors.map(actorLine)),
    section('Undetermined', reasonLines(report)),
    section('Not counted above', apartLines(report)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const section = (title: string, lines: readonly string[]): string => {
  if (lines.length === 0) return '';
  const left = lines.length - most;
  return [
    paint.strong(title),
    ...lines.slice(0, most),
    ...(left > 0 ? [`  … and ${left} more: --format json has all.`] : []),
  ].join('\n');
};

const totalsSentence = ({ totals, from, to }: BacktestReport, days: number | undefined): string => {
  const { changes, pools, actors, forbidden, forbiddenByTools } = totals;
  const time =
    days !== undefined
      ? ` in ${counted(days, 'day')}`
      : from !== null && to !== null
        ? ` from ${timeOf(from)} to ${timeOf(to)}`
        : '';
  if (changes === 0) return `No change of a pool was recorded${time}.`;
  const byTools = forbiddenByTools.CloudFormation + forbiddenByTools.Terraform;
  const whose =
    forbidden === 0
      ? ''
      : `; ${byTools === 0 ? 'none' : byTools} of them came from CloudFormation or Terraform`;
  return `Of ${counted(changes, 'change')} to ${counted(pools, 'pool')} by ${counted(actors, 'caller')}${time}, ${forbidden === 0 ? 'none' : forbidden} asked for what these policies forbid${whose}.`;
};

const remediatedSentence = ({ totals: { forbidden, remediated } }: BacktestReport): readonly string[] => {
  if (forbidden === 0) return [];
  if (remediated === 0) return ['No rule that forbids them is in mode remediate: they would have been told.'];
  const rest = forbidden === remediated ? '' : '; the others would have been told';
  const many = forbidden === remediated ? (forbidden === 1 ? 'It' : 'All of them') : String(remediated);
  return [`${many} would have been put right, by rules in mode remediate${rest}.`];
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
    `A verdict hangs on what a request carried. ${unknown} of ${all} times that a rule met a change, it couldn’t be told.`,
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
    `      forbidden ${forbidden}, satisfied ${satisfied}, under an exemption ${exempted}, undetermined ${sum(undetermined)}`,
  ].join('\n');
};

const poolLines = ({
  pool,
  accountId,
  region,
  changes,
  forbidden,
  rules,
}: BacktestReport['pools'][number]): string => {
  const name = pool === null ? `a pool in ${inert(region)} that the record doesn’t name` : inert(pool);
  return [
    `  ${paint.strong(name)}  ${inert(accountId)}  ${counted(changes, 'change')}, ${forbidden} forbidden`,
    ...rules.map(({ rule, setting, forbidden: times, last }) =>
      [
        `      ${inert(rule)}, ${counted(times, 'time')}: ${setting} = ${inertLine(showValue(last.value), valueWidth)} (required: ${inertLine(last.required, nameWidth)})`,
        `        last at ${timeOf(last.at)} by ${inertLine(last.caller, nameWidth)}, ${inert(last.call)}`,
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
      `  ${counted(changes, 'change')} that ${changes === 1 ? 'says it was' : 'say they were'} Lifeguard’s own, by ${inertLine(caller, nameWidth)}`,
  ),
  ...(repeated > 0 ? [`  ${counted(repeated, 'record')} that came once more`] : []),
  ...(unread.files > 0 ? [`  ${counted(unread.files, 'file')} that can’t be read to the end`] : []),
  ...(unread.records > 0 ? [`  ${counted(unread.records, 'record')} that can’t be read`] : []),
];

const timeOf = (iso: string): string => inert(moment(iso).map(String).join(''));

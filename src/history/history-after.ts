import type { Cause } from '../change/cause.ts';
import type { Finding } from '../policy/finding.ts';
import type { PolicySet } from '../policy/policy.ts';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { isGovernable, settingAt, settings } from '../pool/settings.ts';
import type { Look } from '../remediation/look.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { BreakerState } from './breaker.ts';
import { recentUndoings } from './breaker.ts';
import { debtAfter } from './debt.ts';
import type { KnownWrong } from './known-wrong.ts';
import { claimsAfter } from './owners-known.ts';
import type { Past } from './past.ts';
import type { Fix, PoolHistory, Undoing, WriteWindow } from './pool-history.ts';
import { versionsOf } from './rule-version.ts';
import { boundAfter } from './still-bound.ts';
import { storedValue, valueDigests } from './stored-value.ts';
import { tierAfter } from './tier-memory.ts';
import { day, elapsed, hour } from './times.ts';
import type { Unexplained } from './unexplained.ts';

const fixesLast = 14 * day;
const writesLast = hour;
const mostCalls = 100;

/** What a look has found out about the past, besides what it saw. */
export interface Conclusions extends Unexplained, Pick<BreakerState, 'breaker'>, Pick<KnownWrong, 'known'> {
  readonly undoing?: Undoing | undefined;
  /** Those of writes that were made or may have been made since the look before. */
  readonly windows?: readonly WriteWindow[];
}

/**
 * What is remembered after a look.
 * @param look the last look taken: the pool as it is left
 */
export const historyAfter = (
  past: Past,
  policies: PolicySet,
  look: Look,
  outcome: Outcome,
  { undoing, breaker, unexplained, known, windows = [] }: Conclusions,
): PoolHistory => {
  const { history, now, causes } = past;
  const { snapshot, evaluation } = look;
  const rules = versionsOf(evaluation.standing);
  const tier = tierAfter(history?.tier, snapshot, now);
  const owners = claimsAfter(history, policies, evaluation.owners, now);
  return {
    seen: { at: now, values: valueDigests(snapshot) },
    rules,
    debt: debtAfter(evaluation.findings, rules),
    resting: restingAfter(history?.resting ?? [], evaluation.findings).filter(({ until }) => until > now),
    fixes: [...(history?.fixes ?? []), ...fixesOf(outcome)]
      .filter(({ at }) => elapsed(at, now) < fixesLast)
      .slice(-100),
    undoings: recentUndoings([...(history?.undoings ?? []), ...(undoing ? [undoing] : [])], now),
    bound: boundAfter(history, policies, snapshot, now),
    writes: [...(history?.writes ?? []).filter(({ to }) => elapsed(to, now) < writesLast), ...windows].slice(
      -5,
    ),
    calls: callsAfter(history?.calls, causes),
    ...(breaker && { breaker }),
    ...(owners && { owners }),
    ...(tier && { tier }),
    ...(unexplained && { unexplained }),
    ...(known && { known }),
  };
};

const callsAfter = (calls: PoolHistory['calls'] = [], causes: readonly Cause[]): PoolHistory['calls'] => {
  const newer = causes.flatMap((cause) => (cause.kind === 'call' ? [cause.eventId] : []));
  return [...new Set([...calls, ...newer])].slice(-mostCalls);
};

/** What is remembered where a look turns out to cover more calls. */
export const withCalls = (history: PoolHistory, causes: readonly Cause[]): PoolHistory => ({
  ...history,
  calls: callsAfter(history.calls, causes),
});

const restingAfter = (
  resting: PoolHistory['resting'],
  findings: readonly Finding[],
): PoolHistory['resting'] =>
  resting.map((rest) => {
    const finding = findings.find(({ rule, left }) => rule === rest.rule && left?.kind === 'undone');
    return finding ? { ...rest, found: storedValue(finding.found, settingAt(finding.setting)) } : rest;
  });

const fixesOf = ({ id, changes, findings, fixedAt }: Outcome): readonly Fix[] =>
  fixedAt === undefined
    ? []
    : changes
        .filter(({ setting }) => findings.some((finding) => finding.setting === setting && finding.resolved))
        .map(({ setting }) => ({ setting, at: fixedAt, outcome: id }));

/** Texts can be long and secret, and a notice can't show them: they aren't remembered. */
const mostCharacters = 300;

/** The window of a write, from the look before it to the look after it. */
export const windowOf = (
  { id, changes }: Pick<Outcome, 'id' | 'changes'>,
  snapshot: PoolSnapshot,
  writtenFrom: string,
): WriteWindow => ({
  outcome: id,
  from: writtenFrom,
  to: snapshot.answeredAt,
  changed: changes.map(({ setting }) => setting),
  values: Object.fromEntries(
    settings
      .filter((setting) => isGovernable(setting) && !setting.path.endsWith('ExternalId'))
      .map((setting): [string, SettingValue] => [setting.path, readSetting(snapshot, setting)])
      .filter(([, value]) => JSON.stringify(value).length <= mostCharacters),
  ),
});

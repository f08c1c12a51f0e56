import { sourceTool } from '../../notify/source-tool.ts';
import { type PolicySet, type Rule, severities } from '../../policy/policy.ts';
import { byCodeUnits } from '../../pool/by-code-units.ts';
import { type Caller, callerOf } from './caller.ts';
import { judgeChange, type RecordedChange } from './judge-change.ts';
import { readRecord } from './read-record.ts';
import type { BacktestReport, Period } from './report.ts';
import {
  actorStart,
  type Line,
  noReasons,
  noTools,
  noteForbidden,
  poolStart,
  ruleStart,
} from './report-lines.ts';

/** Adds up what policies say of recorded calls. What it keeps grows with pools, rules, callers and changes, not with records. */
export interface Tally {
  /** Takes a record of CloudTrail, whatever it is. */
  readonly take: (record: unknown) => void;
  /** Takes note of what couldn't be read: a whole file, or one record of it. */
  readonly miss: (what: 'files' | 'records', mistake: string) => void;
  /** Takes note of a Region whose event history couldn't be read, or not to its end. */
  readonly missRegion: (region: string, reason: string) => void;
  readonly report: (asked?: Period) => BacktestReport;
}

/** How many mistakes are named one by one. */
const mostMistakes = 20;

export const tallyFor = (policies: PolicySet): Tally => {
  const seen = new Set<string>();
  const pools = new Map<string, Line<'pools'>>();
  const rules = new Map<Rule, Line<'rules'>>(
    policies.policies.flatMap((policy) =>
      policy.rules
        .filter(({ mode }) => mode !== 'off')
        .map((rule) => [rule, ruleStart(policy, rule)] as const),
    ),
  );
  const actors = new Map<string, Line<'actors'>>();
  const own = new Map<string, { caller: Caller; changes: number }>();
  const totals = {
    changes: 0,
    forbidden: 0,
    remediated: 0,
    forbiddenByTools: noTools(),
    undetermined: noReasons(),
  };
  const apart = { refused: 0, repeated: 0, others: 0 };
  const unread = { files: 0, records: 0, mistakes: [] as string[] };
  const unreadRegions = new Map<string, string>();
  const times: { first?: string; last?: string } = {};

  /** True where the call was counted before: trails overlap, and files are delivered twice. */
  const isRepeated = (eventId: string): boolean => {
    if (seen.has(eventId)) {
      apart.repeated += 1;
      return true;
    }
    seen.add(eventId);
    return false;
  };

  const takeChange = (change: RecordedChange): void => {
    const { cause } = change;
    if (times.first === undefined || cause.eventTime < times.first) times.first = cause.eventTime;
    if (times.last === undefined || cause.eventTime > times.last) times.last = cause.eventTime;
    const verdicts = judgeChange(policies, change);
    const forbidden = verdicts.filter((verdict) => verdict.status === 'forbidden');
    const isForbidden = forbidden.length > 0 ? 1 : 0;
    const tool = sourceTool(cause.actor);
    const caller = callerOf(cause.actor);

    const pool = entry(pools, change.pool?.arn ?? `${change.accountId} ${change.region}`, () =>
      poolStart(change),
    );
    const actor = entry(actors, caller.key, () => actorStart(caller));
    for (const counter of [totals, pool, actor]) {
      counter.changes += 1;
      counter.forbidden += isForbidden;
    }
    if (forbidden.some(({ rule }) => rule.mode === 'remediate')) totals.remediated += 1;
    if (tool && isForbidden) for (const counter of [totals, actor]) counter.forbiddenByTools[tool] += 1;
    for (const verdict of verdicts) {
      const rule = rules.get(verdict.rule);
      if (!rule) continue;
      if (verdict.status === 'undetermined')
        for (const { undetermined } of [rule, totals]) undetermined[verdict.reason] += 1;
      else rule[verdict.status] += 1;
      if (verdict.status === 'forbidden') noteForbidden(pool, verdict, change, caller);
    }
  };

  return {
    take: (record) => {
      const read = readRecord(record);
      if (read.kind === 'other') apart.others += 1;
      else if (read.kind === 'refused') apart.refused += isRepeated(read.eventId) ? 0 : 1;
      else if (read.kind === 'own') {
        const caller = callerOf(read.cause.actor);
        if (!isRepeated(read.cause.eventId))
          entry(own, caller.key, () => ({ caller, changes: 0 })).changes += 1;
      } else if (!isRepeated(read.change.cause.eventId)) takeChange(read.change);
    },
    miss: (what, mistake) => {
      unread[what] += 1;
      if (unread.mistakes.length < mostMistakes) unread.mistakes.push(mistake);
    },
    missRegion: (region, reason) => {
      unreadRegions.set(region, reason);
    },
    report: (asked) => ({
      schema: 'cognito-lifeguard/backtest/1',
      policyDigest: policies.digest,
      from: asked?.from.toISOString() ?? times.first ?? null,
      to: asked?.to.toISOString() ?? times.last ?? null,
      regions: [...(asked?.regions ?? [])],
      totals: {
        ...totals,
        pools: [...pools.values()].filter(({ pool }) => pool !== null).length,
        actors: actors.size,
      },
      pools: [...pools.values()]
        .map((pool) => ({ ...pool, rules: pool.rules.toSorted(mostForbidden) }))
        .toSorted(mostForbidden),
      rules: [...rules.values()].toSorted(
        (left, right) => mostForbidden(left, right) || severityOf(left) - severityOf(right),
      ),
      actors: [...actors.values()].toSorted(mostForbidden),
      apart: {
        ...apart,
        own: [...own.values()].map(({ caller, changes }) => ({
          caller: caller.name,
          identity: caller.identity,
          changes,
        })),
      },
      unread: {
        ...unread,
        regions: [...unreadRegions]
          .map(([region, reason]) => ({ region, reason }))
          .toSorted((left, right) => byCodeUnits(left.region, right.region)),
      },
    }),
  };
};

const mostForbidden = (left: { readonly forbidden: number }, right: { readonly forbidden: number }): number =>
  right.forbidden - left.forbidden;

const severityOf = ({ severity }: Line<'rules'>): number => severities.indexOf(severity);

const entry = <Entry>(entries: Map<string, Entry>, key: string, start: () => Entry): Entry => {
  const found = entries.get(key) ?? start();
  entries.set(key, found);
  return found;
};

import type { Outcome, OutcomeFinding } from '../remediation/outcome.ts';
import { remainingOf } from '../remediation/remaining.ts';
import type { Remark } from '../remediation/remark.ts';
import { contestedIn } from './contested.ts';
import type { Past } from './past.ts';
import type { PoolHistory } from './pool-history.ts';
import { day, elapsed } from './times.ts';

type Known = NonNullable<PoolHistory['known']>;

/** An outcome as it is told, or not, by what people know already. */
export interface KnownWrong {
  readonly outcome: Outcome;
  readonly known?: Known;
}

/** What a look is held against beside its past. */
export interface Standing {
  /** True while the breaker is open: what we put right then is undone again, and people know it. */
  readonly isAtWar: boolean;
  /** True for a rule that binds the pool now: one that doesn't any more has not come to hold. */
  readonly binds: (rule: string) => boolean;
}

/** Kinds that people must see to: they are told again every day. What rules only notify of stands in the digest. */
const pressing: readonly Outcome['kind'][] = ['refused', 'failed', 'partly'];

/** A finding that neither an exemption nor a person's leave accounts for. */
const counts = ({ exemption, left }: OutcomeFinding): boolean =>
  exemption === undefined && left?.kind !== 'debt';

/**
 * Keeps a look that nobody's call brought about from telling people again what they know, for a day; after that it is
 * told with how long it has been so. A war lets no more go untold than what it is about, and is told again every day.
 * What a notice said is wrong and holds again is told once.
 */
export const knownWrong = (
  { history, causes, now }: Past,
  judged: Outcome,
  { isAtWar, binds }: Standing,
): KnownWrong => {
  const remaining = remainingOf(judged);
  const isRight = judged.findings.every((finding) => finding.resolved || !counts(finding));
  const before = history?.known;
  const closing = isAtWar ? [] : closingOf(before, judged, isRight && judged.refusals.length === 0, binds);
  const outcome = { ...judged, remarks: [...judged.remarks, ...closing] };
  const isSame = before?.remaining === remaining;
  const isNews = !isSame || outcome.remarks.length > 0;
  const wasCalled = causes.some(({ kind }) => kind === 'call');
  const rules = outcome.findings.filter(({ resolved }) => !resolved).map(({ rule }) => rule);
  const open = openAfter(before, outcome);
  const sinces = Object.fromEntries(
    rules.map((rule) => [rule, sinceOf(isSame ? before : undefined, before, rule) ?? now]),
  );
  // The oldest that is still wrong: whoever changes something else each day doesn't start the clock again.
  const since = Object.values(sinces).toSorted()[0] ?? (isSame ? before.since : now);
  const fresh: Known = { remaining, since, toldAt: now, rules, sinces, ...(open && { open }) };
  const isKept = isRight || (isSame && elapsed(before.toldAt, now) < day);
  if (isAtWar && outcome.remarks.length === 0 && isKept && isOfTheWar(history, outcome))
    return { outcome: { ...outcome, quiet: true }, ...(before && { known: before }) };
  if (isRight && outcome.refusals.length === 0)
    return { outcome, ...(isAtWar && before && { known: before }) };
  const days = Math.floor(elapsed(since, now) / day);
  const still = { kind: 'still-wrong', since, days } as const;
  const isPressing = pressing.includes(outcome.kind);
  if (isNews || wasCalled || outcome.changes.length > 0) {
    const remarks = isPressing && days >= 2 ? [...outcome.remarks, still] : outcome.remarks;
    return { outcome: { ...outcome, remarks }, known: fresh };
  }
  if (!isPressing || elapsed(before.toldAt, now) < day)
    return { outcome: { ...outcome, quiet: true }, known: before };
  return { outcome: { ...outcome, remarks: [still] }, known: fresh };
};

/** Since when a rule has not held, as far as it was written down by rule. */
const sinceOf = (same: Known | undefined, before: Known | undefined, rule: string): string | undefined =>
  before?.sinces?.[rule] ?? (before?.rules?.includes(rule) ? before.since : same?.since);

/** True where all that was put right had been brought back before, and nobody did what only a notice tells. */
const isOfTheWar = (history: Past['history'], { findings, causes }: Outcome): boolean => {
  const contested = contestedIn(history?.undoings);
  return (
    findings.every(({ resolved, setting }) => !resolved || contested.has(setting)) &&
    causes.every((cause) => cause.kind !== 'call' || cause.governed)
  );
};

/** What was told to be wrong and isn't any more, where this outcome's own findings don't say so. */
const closingOf = (
  before: Known | undefined,
  outcome: Outcome,
  isOver: boolean,
  binds: Standing['binds'],
): readonly Remark[] => {
  if (before?.open === undefined) return [];
  const closed = before.open.filter(
    (rule) => !outcome.findings.some((finding) => finding.rule === rule && counts(finding)),
  );
  const isWhole = isOver && outcome.changes.length === 0;
  if (closed.length === 0 && !isWhole) return [];
  const rules = closed.filter(binds);
  const unbound = closed.filter((rule) => !binds(rule));
  return [{ kind: 'back-in-compliance', since: before.since, rules, unbound, isWhole: isOver }];
};

/** What only the digest tells opens nothing: a closing message would be the first that people hear of it alone. */
const openAfter = (before: Known | undefined, outcome: Outcome): readonly string[] | undefined => {
  const wrong = outcome.findings
    .filter((finding) => !finding.resolved && counts(finding))
    .map(({ rule }) => rule);
  const isDigested = outcome.kind === 'reported' && outcome.causes.every(({ kind }) => kind === 'sweep');
  return isDigested ? before?.open?.filter((rule) => wrong.includes(rule)) : wrong;
};

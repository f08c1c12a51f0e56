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

/** Kinds that people must see to: they are told again every day. What rules only notify of stands in the digest. */
const pressing: readonly Outcome['kind'][] = ['refused', 'failed', 'partly'];

/** A finding that neither an exemption nor a person's leave accounts for. */
const counts = ({ exemption, left }: OutcomeFinding): boolean =>
  exemption === undefined && left?.kind !== 'debt';

/**
 * Keeps a look that nobody's call brought about from telling people again what they know, for a day; after that it is
 * told with how long it has been so. A war lets no more go untold than what it is about, and is told again every day.
 * What a notice said is wrong and holds again is told once.
 * @param isAtWar true while the breaker is open: what we put right then is undone again, and people know it
 */
export const knownWrong = ({ history, causes, now }: Past, judged: Outcome, isAtWar: boolean): KnownWrong => {
  const remaining = remainingOf(judged);
  const isRight = judged.findings.every((finding) => finding.resolved || !counts(finding));
  const before = history?.known;
  const closing = isAtWar ? [] : closingOf(before, judged, isRight && judged.refusals.length === 0);
  const outcome = { ...judged, remarks: [...judged.remarks, ...closing] };
  const isSame = before?.remaining === remaining;
  const isNews = !isSame || outcome.remarks.length > 0;
  const wasCalled = causes.some(({ kind }) => kind === 'call');
  const rules = outcome.findings.filter(({ resolved }) => !resolved).map(({ rule }) => rule);
  const open = openAfter(before, outcome);
  const fresh: Known = {
    remaining,
    since: isSame ? before.since : now,
    toldAt: now,
    rules,
    ...(open && { open }),
  };
  const isKept = isRight || (isSame && elapsed(before.toldAt, now) < day);
  if (isAtWar && outcome.remarks.length === 0 && isKept && isOfTheWar(history, outcome))
    return { outcome: { ...outcome, quiet: true }, ...(before && { known: before }) };
  if (isRight && outcome.refusals.length === 0)
    return { outcome, ...(isAtWar && before && { known: before }) };
  if (isNews || wasCalled || outcome.changes.length > 0) return { outcome, known: fresh };
  if (!pressing.includes(outcome.kind) || elapsed(before.toldAt, now) < day)
    return { outcome: { ...outcome, quiet: true }, known: before };
  const days = Math.floor(elapsed(before.since, now) / day);
  const remark = { kind: 'still-wrong', since: before.since, days } as const;
  return { outcome: { ...outcome, remarks: [remark] }, known: fresh };
};

/** True where all that was put right had been brought back before, and nobody did what only a notice tells. */
const isOfTheWar = (history: Past['history'], { findings, causes }: Outcome): boolean => {
  const contested = contestedIn(history?.undoings);
  return (
    findings.every(({ resolved, setting }) => !resolved || contested.has(setting)) &&
    causes.every((cause) => cause.kind !== 'call' || cause.governed)
  );
};

/** What was told to be wrong and isn't any more, where this outcome's own findings don't say so. */
const closingOf = (before: Known | undefined, outcome: Outcome, isOver: boolean): readonly Remark[] => {
  if (before?.open === undefined) return [];
  const rules = before.open.filter(
    (rule) => !outcome.findings.some((finding) => finding.rule === rule && counts(finding)),
  );
  const isWhole = isOver && outcome.changes.length === 0;
  return rules.length > 0 || isWhole
    ? [{ kind: 'back-in-compliance', since: before.since, rules, isWhole: isOver }]
    : [];
};

/** What only the digest tells opens nothing: a closing message would be the first that people hear of it alone. */
const openAfter = (before: Known | undefined, outcome: Outcome): readonly string[] | undefined => {
  const wrong = outcome.findings
    .filter((finding) => !finding.resolved && counts(finding))
    .map(({ rule }) => rule);
  const isDigested = outcome.kind === 'reported' && outcome.causes.every(({ kind }) => kind === 'sweep');
  return isDigested ? before?.open?.filter((rule) => wrong.includes(rule)) : wrong;
};

import type { Evaluation } from '../policy/evaluate.ts';
import type { SettingChange } from '../remediation/setting-change.ts';
import type { Past } from './past.ts';
import type { Breaker } from './pool-history.ts';
import { type Pause, pauseFor } from './pool-request.ts';
import { after, minute } from './times.ts';

/** Why nothing is written although a plan has changes. */
export type Hold =
  /** A person stopped all writing. */
  | { readonly kind: 'paused'; readonly pause: Pause }
  /** Somebody and we undo each other: written later. */
  | { readonly kind: 'breaker'; readonly dueAt: string }
  /** Somebody may be in the middle of a deployment: looked at again then. */
  | { readonly kind: 'settling'; readonly dueAt: string };

/** The longest that changes which follow one another can put a remedy off. */
const longestSettling = 5 * minute;

/**
 * Says whether a plan waits.
 * @param evaluation what the look found: a critical finding doesn't wait for calm
 * @param now the time by which it is decided, ISO 8601 UTC
 */
export const holdOf = (
  past: Past,
  evaluation: Evaluation,
  {
    pauses,
    pool,
    breaker,
    contested,
    changes,
    settleSeconds,
    now,
  }: {
    readonly pauses: readonly Pause[];
    /** The pool's ARN. */
    readonly pool: string;
    readonly breaker: Breaker | undefined;
    /** Settings that were brought back after we had put them right: what the war is about. */
    readonly contested: ReadonlySet<string>;
    /** What the plan would write. */
    readonly changes: readonly SettingChange[];
    readonly settleSeconds: number;
    readonly now: string;
  },
): Hold | undefined => {
  const pause = pauseFor(pauses, pool, now);
  if (pause) return { kind: 'paused', pause };
  // A war over a harmless setting must not keep a grave one open.
  const isGrave = evaluation.findings.some(
    ({ severity, setting }) =>
      (severity === 'critical' || severity === 'high') &&
      !contested.has(setting) &&
      changes.some((change) => change.setting === setting),
  );
  if (breaker && breaker.nextWriteAt > now && !isGrave)
    return { kind: 'breaker', dueAt: breaker.nextWriteAt };
  const dueAt = settledAt(past, settleSeconds);
  const isCritical = evaluation.findings.some(
    ({ severity, mode }) => severity === 'critical' && mode === 'remediate',
  );
  return dueAt !== undefined && dueAt > now && !isCritical ? { kind: 'settling', dueAt } : undefined;
};

/** So long after the last call, and at most five minutes after the first one; undefined where no call is known. */
const settledAt = ({ causes }: Past, settleSeconds: number): string | undefined => {
  const times = causes
    .flatMap((cause) => (cause.kind === 'call' && cause.governed ? [after(cause.eventTime, 0)] : []))
    .toSorted();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || settleSeconds === 0) return undefined;
  const [calm, latest] = [after(last, settleSeconds * 1000), after(first, longestSettling)];
  return calm < latest ? calm : latest;
};

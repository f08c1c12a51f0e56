import type { UserPoolOperation, WriteResult } from '../pool/pools.ts';
import { type Applied, type Progress, settingsOf } from './applied.ts';
import type { ApplyTools } from './apply-tools.ts';
import { concludeHeld } from './conclude.ts';
import { isStale, lookAfter, rememberFresh } from './fresh-look.ts';
import type { Look } from './look.ts';
import { isInPlace } from './open-outcome.ts';
import type { Plan } from './plan.ts';
import type { PlannedCall } from './planned-call.ts';
import type { Refusal } from './refusal.ts';
import { refusalOfAws } from './refusals/refusal-of-aws.ts';

/** Milliseconds. What a write that gets no answer takes, with the pause and the look after it. */
const roundTakes = 25_000;

/** Writes that AWS answers with a conflict are tried this often in a row, each with a new look and a new plan. */
const attempts = 5;

/** Two calls carry out a plan. More rounds than these mean that what we write doesn't bring the pool to rest. */
const mostWrites = 4;

/**
 * Carries out a plan, one call after the other: remember, write, look again. Every call and every retry begins with a
 * look and a new plan, because Cognito has no conditional write and an old body would undo what came in between.
 * @param progress what a process that is gone had written under the same outcome
 * @throws PoolUnreachableError where the pool can't be looked at
 */
export const apply = async (
  tools: ApplyTools,
  first: Look,
  outcomeId: string,
  progress: Progress = { written: [] },
): Promise<Applied> => {
  let look = first;
  let { written, before } = progress;
  const stopped = (stop: Extract<Applied, { kind: 'stopped' }>['stop']): Applied => ({
    kind: 'stopped',
    after: look,
    changes: written,
    ...(before && { before }),
    stop,
  });
  let judging = tools;
  const refusals: Refusal[] = [];
  const blocked = new Set<UserPoolOperation>();
  for (let failures = 0, writes = 0; ; ) {
    if (tools.timeLeft() < roundTakes)
      return stopped({ kind: 'failed', reason: 'the time for this look ran out' });
    const why = failures > 0 ? await tools.stopped?.() : undefined;
    if (why !== undefined) return concludeHeld(look, { written, ...(before && { before }) }, why);
    const ready = await rememberFresh(judging, look, { written, ...(before && { before }) });
    if (!ready) return { kind: 'gone' };
    look = ready;
    const isPossible = ({ operation, standsAlone }: PlannedCall): boolean =>
      !blocked.has(operation) && (blocked.size === 0 || standsAlone);
    const call = look.plan.calls.find(isPossible);
    if (!call && refusals.length > 0) {
      const waiting = look.plan.calls.filter(({ operation }) => !blocked.has(operation));
      return stopped({ kind: 'refused', refusals: [...refusals, ...refusedWith(refusals, waiting)] });
    }
    if (!call)
      return before
        ? { kind: 'written', before, after: look, changes: written }
        : { kind: 'not-needed', after: look };
    if (isStale(tools, look))
      return stopped({ kind: 'failed', reason: 'looking at the pool takes too long to write safely' });
    if (writes === mostWrites) return stopped({ kind: 'failed', reason: 'the pool does not come to rest' });
    const result = await tools.pools.write(look.snapshot.pool, call, outcomeId);
    if (result.kind === 'gone') return { kind: 'gone' };
    if (result.kind === 'refused' && isOfTier(result.error) && restoresTier(look.plan)) {
      // Else a tier that can't be had would keep everything else from being put right.
      judging = { ...tools, judge: (snapshot) => tools.judge(snapshot, false) };
      look = judging.judge(look.snapshot);
      continue;
    }
    if (result.kind === 'denied' || result.kind === 'refused') {
      // What AWS refuses of one call is no reason to leave out the other one.
      refusals.push(refusalOfAws(result, call, look.snapshot));
      blocked.add(call.operation);
      continue;
    }
    const changes = settingsOf(look.plan, call);
    const seen = await lookAfter(
      judging,
      look,
      result,
      (snapshot) => isInPlace(changes, snapshot),
      () => backOff(failures + 1, outcomeId),
    );
    if (!seen) return { kind: 'gone' };
    if (result.kind !== 'busy' && isInPlace(changes, seen.snapshot)) {
      before ??= look;
      written = [...written, ...changes];
      writes += 1;
      failures = 0;
    } else if (result.kind === 'written') {
      look = seen;
      return stopped({
        kind: 'failed',
        reason: `AWS accepted ${call.operation}, but the pool does not show it after 3 s`,
      });
    } else {
      failures += 1;
      if (failures === attempts)
        return stopped({ kind: 'failed', reason: `${obstacle(result)}, ${attempts} times in a row` });
    }
    look = seen;
  }
};

const isOfTier = (error: string): boolean =>
  error === 'TierChangeNotAllowedException' || error === 'FeatureUnavailableInTierException';

/** True where the plan brings a remembered tier back. */
const restoresTier = ({ changes }: Plan): boolean =>
  changes.some(({ because }) =>
    because.some((why) => why.kind === 'coupling' && why.coupling === 'tier-restored'),
  );

/** What can't be made without the call that AWS refused is refused with it. */
const refusedWith = (refusals: readonly Refusal[], waiting: readonly PlannedCall[]): readonly Refusal[] =>
  refusals.slice(-1).flatMap((refusal) =>
    waiting.map(({ operation, settings }) => ({
      ...refusal,
      settings,
      reason: `${operation} can only follow what AWS refused. ${refusal.reason}`,
    })),
  );

const obstacle = (result: Extract<WriteResult, { kind: 'busy' | 'unknown' }>): string =>
  `${result.kind === 'busy' ? 'contended' : 'no answer'}: ${result.error}`;

/** 1, 2, 4, 8 s, each less up to a quarter by the outcome's id, so that two of us don't meet again. */
const backOff = (attempt: number, outcomeId: string): number => {
  const seed = [...outcomeId].reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0)) % 1000,
    attempt,
  );
  return Math.round(1000 * 2 ** (attempt - 1) * (1 - seed / 4000));
};

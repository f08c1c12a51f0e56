import type { Cause } from '../change/cause.ts';
import { coveredRemarks } from '../history/covered-remarks.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import { digestOf } from '../history/stored-value.ts';
import type { Claim } from '../ledger/ledger.ts';
import { breakingRules } from '../policy/breaking-rules.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { outcomeWithoutLook } from '../remediation/make-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { Remark } from '../remediation/remark.ts';
import type { World } from '../world.ts';
import { beginLook } from './look.ts';
import { spread } from './spread.ts';

/**
 * True where a look that is due soon is soon enough for these triggers: recorded calls, none of which asked for what
 * a critical rule forbids. A sweep or a person waits for nobody.
 */
export const canWait = ({ policies }: World, triggers: readonly Cause[]): boolean =>
  triggers.length > 0 &&
  triggers.every(
    (cause) =>
      cause.kind === 'call' &&
      cause.governed &&
      !cause.requested?.some(({ setting, value }) =>
        breakingRules(policies, setting, value).some(({ severity }) => severity === 'critical'),
      ),
  );

/** The outcome of triggers that another look answers for; what is to be said of them all the same is told. */
export const unlooked = (
  world: World,
  pool: PoolRef,
  triggers: readonly Cause[],
  claim: Exclude<Claim, { kind: 'claimed' }>,
): Promise<Outcome> =>
  claim.kind === 'covered'
    ? tellCovered(world, pool, triggers, claim.history)
    : Promise.resolve(coveredOutcome(world, pool, triggers, { reason: coveredBecause[claim.kind] }));

/**
 * Tells what is to be said of triggers that a look covers: of calls against policy, and of such as we have overwritten.
 * @param history what that look left
 */
export const tellCovered = async (
  world: World,
  pool: PoolRef,
  triggers: readonly Cause[],
  history: PoolHistory | undefined,
): Promise<Outcome> => {
  const outcome = coveredOutcome(world, pool, triggers, { reason: coveredBecause.covered, history });
  if (!history) return outcome;
  const past = { history, causes: triggers, now: outcome.startedAt, leavesDebt: false };
  const remarks = coveredRemarks(past, world.policies, pool.arn);
  if (remarks.length === 0) return outcome;
  // Nothing is remembered without a claim: the same calls to tell of give the same id, by which people hear it once.
  const { reason, ...rest } = outcome;
  const told: Outcome = { ...rest, id: `covered-${idOf(remarks)}`, kind: 'reported', remarks };
  await spread(world, { outcome: told });
  return told;
};

const coveredOutcome = (
  world: World,
  pool: PoolRef,
  triggers: readonly Cause[],
  { reason, history }: { readonly reason: string; readonly history?: PoolHistory | undefined },
): Outcome => outcomeWithoutLook(beginLook(world, pool, triggers, { history })(), 'covered', reason);

/** Of all calls that are told of: by one of them, another call that comes with it again would pass for told. */
const idOf = (remarks: readonly Remark[]): string => {
  const ids = new Set(
    remarks.flatMap((remark) => {
      if (remark.kind === 'put-back') return remark.claims.map(({ eventId }) => eventId);
      return remark.kind === 'lost-update' ? [remark.eventId] : [];
    }),
  );
  const [first = '', ...others] = [...ids].toSorted();
  return others.length === 0 ? first : digestOf([first, ...others]);
};

const coveredBecause = {
  busy: 'Another look at this pool is under way, which answers for this call before it ends.',
  due: 'A look at this pool is due in a moment, and names this call.',
  covered: 'A look that began after this call has been taken.',
};

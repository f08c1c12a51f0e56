import { carryOut, type Done } from '../../../src/cli/by-hand/carry-out.ts';
import { judgeByPlan } from '../../../src/cli/by-hand/judge-by-plan.ts';
import type { PoolRef } from '../../../src/pool/pool-ref.ts';
import type { Look } from '../../../src/remediation/look.ts';
import type { Outcome } from '../../../src/remediation/outcome.ts';
import { cautiousPlan } from '../../../src/remediation/plan-options.ts';
import { planUndo } from '../../../src/remediation/plan-undo.ts';
import type { World } from '../../../src/world.ts';

const ada = 'arn:aws:iam::111122223333:user/ada';

/** What a person is shown who wants an outcome undone. */
export const proposeUndo = async (world: World, pool: PoolRef, { id, changes }: Outcome) => {
  const why = { kind: 'person', by: ada, reason: `undoes outcome ${id}` } as const;
  const judge = (hasBegun: boolean) =>
    judgeByPlan(world.policies, world.now, (snapshot) =>
      planUndo(snapshot, changes, why, { ...cautiousPlan, hasBegun }),
    );
  const read = await world.pools.read(pool);
  if (read.kind === 'gone') throw new Error(`${pool.id} is gone.`);
  return { shown: judge(false)(read.snapshot), judge: judge(true) };
};

/** Undoes an outcome as the command does once a person has said yes. */
export const undoOutcome = async (
  world: World,
  pool: PoolRef,
  outcome: Outcome,
  {
    beforeWrite,
    ...rest
  }: {
    readonly beforeWrite?: () => Promise<void>;
    readonly prepare?: () => Promise<void>;
    readonly takeBack?: () => Promise<void>;
  } = {},
): Promise<Done | { readonly kind: 'not-shown'; readonly look: Look }> => {
  const { shown, judge } = await proposeUndo(world, pool, outcome);
  if (shown.plan.refusals.length > 0) return { kind: 'not-shown', look: shown };
  await beforeWrite?.();
  return carryOut(world, pool, {
    accepted: shown,
    judge,
    reason: `${ada} had outcome ${outcome.id} undone.`,
    ...rest,
  });
};

import { enforce } from '../../enforce.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { Pools } from '../../pool/pools.ts';
import { mergeUpdate } from '../../remediation/merge-update.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import { withMember } from '../../remediation/request-tree.ts';
import { cliWorld } from '../cli-world.ts';
import { changedLeaves } from '../demo/changed-leaves.ts';
import { rehearsalPolicy, weakened } from './rehearsal-policy.ts';

/** What a rehearsal showed. */
export interface Performed {
  readonly outcome: Outcome;
  /** Leaves of both answers that aren't as they were before the pool was weakened. */
  readonly moved: readonly string[];
  readonly leaves: number;
}

/**
 * Weakens a rehearsal's pool by a complete update, has it put right as `apply` does, and compares what AWS shows before
 * and after, leaf by leaf.
 * @param proceed throws where somebody has asked to stop
 */
export const perform = async (
  pools: Pools,
  pool: PoolRef,
  id: string,
  proceed: () => void,
): Promise<Performed> => {
  const before = await look(pools, pool);
  const request = withMember(mergeUpdate(before, []), weakened.setting, weakened.to);
  const written = await pools.write(pool, { operation: 'UpdateUserPool', request }, id);
  if (written.kind !== 'written')
    throw new Error(
      `The pool could not be weakened: ${'message' in written ? written.message : written.kind}`,
    );
  proceed();
  const world = cliWorld(rehearsalPolicy(pool));
  const outcome = await enforce(world, pool, [{ kind: 'asked', eventTime: world.now().toISOString() }]);
  const { changed, total } = changedLeaves(treeOf(before), treeOf(await look(pools, pool)));
  return { outcome, moved: changed.filter((path) => path !== 'UserPool.LastModifiedDate'), leaves: total };
};

const treeOf = ({ userPool, mfaConfig }: PoolSnapshot) => ({ UserPool: userPool, MfaConfig: mfaConfig });

const look = async (pools: Pools, pool: PoolRef): Promise<PoolSnapshot> => {
  const read = await pools.read(pool);
  if (read.kind === 'gone') throw new Error(`The pool ${pool.id} is gone.`);
  return read.snapshot;
};

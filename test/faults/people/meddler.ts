import type { PoolRef } from '../../../src/pool/pool-ref.ts';
import { mergeUpdate } from '../../../src/remediation/merge-update.ts';
import { region } from '../world/cognito-in-time.ts';
import { snapshotOf } from '../world/snapshot-of.ts';
import type { Stage } from '../world/stage.ts';
import { harmless, weakenings } from './edits.ts';
import type { Person } from './person.ts';

/** Somebody who writes to a pool just while we are about to. */
export const meddle = (stage: Stage, person: Person, pool: PoolRef): void => {
  const { time, chance, cognito } = stage;
  time.after(chance.between(0, 60), () => {
    const stored = cognito.pools.get(region, pool.id);
    if (!stored) return;
    const { UserPoolId: _, ...whole } = mergeUpdate(snapshotOf(stored, time.now()), []);
    const edit = chance.pick(chance.happens(0.7) ? harmless : weakenings);
    void cognito.call(person, 'UpdateUserPool', { ...edit(whole, chance), UserPoolId: pool.id });
  });
};

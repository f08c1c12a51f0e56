import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enforce } from '../../src/enforce.ts';
import { type PoolSnapshot, readSetting } from '../../src/pool/pool-snapshot.ts';
import type { Pools } from '../../src/pool/pools.ts';
import { settingAt } from '../../src/pool/settings.ts';
import { undoOutcome } from '../cli/by-hand/undoing.ts';
import { aCall } from '../support/a-pool-change.ts';
import { inProcessCognito } from './a-cognito.ts';
import { clock, worldOf } from './a-world.ts';
import { arbitraryDemand, type Demand } from './arbitrary-policies.ts';
import { arbitraryPool, type PoolPlan } from './arbitrary-pool.ts';
import { differences } from './differences.ts';
import { howMany } from './how-many.ts';
import { makePool, placePool } from './place-pool.ts';

const semantics = 'worst';
const reached = { undone: 0, refused: 0, changes: 0 };

/** AWS documents that an omitted DcrConfiguration is kept, and `worst` resets it. */
const possible = ({ settings: { DcrConfiguration, ...settings }, ...plan }: PoolPlan): PoolPlan => ({
  ...plan,
  condition: 'none',
  settings,
});

const undoLaws = async (plan: PoolPlan, demand: Demand): Promise<void> => {
  const cognito = inProcessCognito(semantics, clock.now);
  const pool = placePool(cognito, makePool(plan, semantics), plan);
  const look = async (): Promise<PoolSnapshot> => {
    const read = await cognito.door.read(pool);
    if (read.kind === 'gone') throw new Error(`${pool.id} is gone.`);
    return read.snapshot;
  };
  let writes = 0;
  const door: Pools = {
    ...cognito.door,
    write: (...args) => {
      writes += 1;
      return cognito.door.write(...args);
    },
  };
  const world = worldOf(door, demand);
  const before = await look();
  const outcome = await enforce(world, pool, [aCall()]);
  if (outcome.changes.length === 0) return;
  const right = await look();

  const done = await undoOutcome(world, pool, outcome);

  const after = await look();
  // What AWS would refuse of the pool as it was is known before anything is tried: all is written, or nothing.
  if (done.kind === 'not-shown') {
    expect(differences(right, after, [])).toEqual([]);
    reached.refused += 1;
    return;
  }
  expect(done).toMatchObject({ kind: 'done', outcome: { kind: 'remediated', sideEffects: [] } });
  const changed = outcome.changes.map(({ setting }) => setting);
  const valuesIn = (snapshot: PoolSnapshot) =>
    changed.map((path) => [path, readSetting(snapshot, settingAt(path))]);
  expect(differences(before, after, changed)).toEqual([]);
  expect(valuesIn(after)).toEqual(valuesIn(before));
  reached.undone += 1;
  reached.changes += outcome.changes.length;
  const written = writes;
  expect(await undoOutcome(world, pool, outcome)).toMatchObject({
    kind: 'not-shown',
    look: { plan: { refusals: [{ code: 'changed-since' }] } },
  });
  expect(writes).toBe(written);
};

describe('an undo, of any remediation of any pool', () => {
  const { numRuns: all, seed } = howMany();
  // Each is two remediations and more: a quarter as many take as long as the promises do.
  const numRuns = Math.ceil(all / 4);

  it(`gives back the pool as it was, once, or leaves it, in ${numRuns} cases`, {
    timeout: numRuns * 200,
  }, async () => {
    console.log(`seed: ${seed}`);

    await fc.assert(fc.asyncProperty(arbitraryPool.map(possible), arbitraryDemand, undoLaws), {
      numRuns,
      seed,
    });

    console.log(reached);
    expect(reached.undone).toBeGreaterThan(numRuns / 10);
  });
});

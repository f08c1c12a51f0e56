import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { enforce } from '../../src/enforce.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { type PoolSnapshot, readSetting } from '../../src/pool/pool-snapshot.ts';
import { settingAt } from '../../src/pool/settings.ts';
import { promptly, type World } from '../../src/world.ts';
import { undoOutcome } from '../cli/by-hand/undoing.ts';
import { aClock } from '../support/a-clock.ts';
import { aCall } from '../support/a-pool-change.ts';
import { inProcessCognito } from './a-cognito.ts';
import { arbitraryDemand, type Demand } from './arbitrary-policies.ts';
import { arbitraryPool, type PoolPlan } from './arbitrary-pool.ts';
import { differences } from './differences.ts';
import { howMany } from './how-many.ts';
import { makePool, placePool } from './place-pool.ts';

const clock = aClock();
const semantics = 'worst';
const reached = { undone: 0, refused: 0, changes: 0 };

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `outcome-${ids}`;
};

/** AWS documents that an omitted DcrConfiguration is kept, and `worst` resets it. */
const possible = ({ settings: { DcrConfiguration, ...settings }, ...plan }: PoolPlan): PoolPlan => ({
  ...plan,
  condition: 'none',
  settings,
});

const undoLaws = async (plan: PoolPlan, { policies, options }: Demand): Promise<void> => {
  const cognito = inProcessCognito(semantics, clock.now);
  const pool = placePool(cognito, makePool(plan, semantics), plan);
  const look = async (): Promise<PoolSnapshot> => {
    const read = await cognito.door.read(pool);
    if (read.kind === 'gone') throw new Error(`${pool.id} is gone.`);
    return read.snapshot;
  };
  let writes = 0;
  const world: World = {
    pools: {
      ...cognito.door,
      write: (...args) => {
        writes += 1;
        return cognito.door.write(...args);
      },
    },
    policies,
    ledger: memoryLedger({ leaseSeconds: 90, newId, distinct: distinctCauses }).looks,
    tell: async () => {},
    now: clock.now,
    newId,
    wait: clock.wait,
    timeLeft: () => Number.POSITIVE_INFINITY,
    mode: 'remediate',
    planOptions: options,
    habits: promptly,
    later: async () => {},
  };
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
  const { numRuns, seed } = howMany();

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

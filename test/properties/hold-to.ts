import { expect } from 'vitest';
import { enforce } from '../../src/enforce.ts';
import type { Pools } from '../../src/pool/pools.ts';
import { mergeUpdate } from '../../src/remediation/merge-update.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import type { Refusal, RefusalCode } from '../../src/remediation/refusal.ts';
import type { SettingChange } from '../../src/remediation/setting-change.ts';
import type { Semantics } from '../../src/sandbox/cognito/semantics.ts';
import { type PoolConditions, SOUND } from '../../src/sandbox/cognito/user-pools.ts';
import { aCall } from '../support/a-pool-change.ts';
import { type InProcessCognito, region } from './a-cognito.ts';
import { clock, worldOf } from './a-world.ts';
import type { Demand } from './arbitrary-policies.ts';
import type { PoolPlan } from './arbitrary-pool.ts';
import { carryRulesAtWork } from './carry-rules-at-work.ts';
import { ours, whyUnnecessary } from './force-refused.ts';
import { forkPool, makePool, placePool } from './place-pool.ts';
import {
  everyFindingIsAnswered,
  everyWriteIsTaken,
  nothingGotWeaker,
  onlyTheChangesDiffer,
  planIsPure,
  type Write,
} from './promises.ts';
import type { Reached } from './reached.ts';

const today = '2026-11-23';

/** Refusals that only AWS's answer tells of. */
const byAnswer: readonly RefusalCode[] = [
  'replica',
  'import-in-progress',
  'missing-permission',
  'carried-member',
];

/** AWS alone says that a pool can't leave its tier; what is refused with it was planned for another one. */
const isByAnswer = ({ code, settings }: Refusal): boolean =>
  byAnswer.includes(code) || (code === 'needs-tier' && settings.includes('UserPoolTier'));

/** What of a pool's condition refusals come from. A condition answers first: another one would hide whether they must be. */
const conditionOf: { readonly [code in RefusalCode]?: keyof PoolConditions } = {
  replica: 'secondaryReplica',
  'import-in-progress': 'importInProgress',
  'broken-sms-role': 'smsRole',
  'needs-tier': 'tierLocked',
};

const recording = (door: Pools, writes: Write[]): Pools => ({
  ...door,
  write: async (pool, write, id) => {
    const result = await door.write(pool, write, id);
    writes.push({ ...write, result });
    return result;
  },
});

const couplingsOf = ({ changes }: { readonly changes: readonly SettingChange[] }): readonly string[] =>
  changes.flatMap(({ because }) => because.flatMap((why) => (why.kind === 'coupling' ? [why.coupling] : [])));

/** Enforces policies on a pool, and holds what comes of it to the promises. */
export const holdTo = async (
  plan: PoolPlan,
  demand: Demand,
  semantics: Semantics,
  cognito: Omit<InProcessCognito, 'call'>,
  reached: Reached,
): Promise<void> => {
  const stored = makePool(plan, semantics);
  const pool = placePool(cognito, stored, plan);
  const look = async () => {
    const read = await cognito.door.read(pool);
    if (read.kind === 'gone') throw new Error(`${pool.id} is gone.`);
    return read.snapshot;
  };
  const before = await look();
  if (plan.condition === 'none' && plan.future.every(({ refused }) => !refused)) {
    const echo = await forkPool(stored, plan.future, semantics).write(
      'UpdateUserPool',
      mergeUpdate(before, []),
    );
    expect(echo).toEqual({ kind: 'written' });
  }
  const { plan: planned } = planIsPure(before, demand, today);
  const writes: Write[] = [];
  const world = worldOf(recording(cognito.door, writes), demand);

  const outcome = await enforce(world, pool, [aCall()]);

  const after = await look();
  everyWriteIsTaken(writes, plan);
  everyFindingIsAnswered(outcome);
  onlyTheChangesDiffer(before, after, outcome);
  nothingGotWeaker(before, after, outcome, demand.policies);
  await everyRefusalIsNecessary(outcome, demand, (code) => {
    const left = cognito.pools.get(region, pool.id);
    if (!left) throw new Error(`${pool.id} is gone.`);
    const kept = conditionOf[code];
    const conditions = kept ? { ...SOUND, [kept]: left.conditions[kept] } : SOUND;
    const future = plan.future.map((member) => ({
      ...member,
      refused: member.refused && code === 'carried-member',
    }));
    return forkPool({ ...left, conditions }, future, semantics);
  });
  const written = () => writes.filter(({ result }) => result.kind === 'written').length;
  const once = written();
  clock.pass(1000);
  await enforce(world, pool, [aCall({ eventTime: clock.now().toISOString() })]);
  expect(written()).toBe(once);
  everyWriteIsTaken(writes, plan);
  cognito.pools.delete(region, pool.id);

  reached.reach('outcome', [outcome.kind]);
  reached.reach('coupling', couplingsOf(planned));
  // What AWS refuses together at first is at the next look a change against a rule that holds.
  const refusals = [...planned.refusals, ...outcome.refusals];
  reached.reach(
    'refusal',
    refusals.map(({ code }) => code),
  );
  if (writes.length > 0) reached.reach('carry', carryRulesAtWork(before.userPool, outcome.changes));
};

const everyRefusalIsNecessary = async (
  { refusals }: Outcome,
  demand: Demand,
  fork: (code: RefusalCode) => ReturnType<typeof forkPool>,
): Promise<void> => {
  // Beside a call that AWS refused by its answer, refusals of the plan stand beside changes that were not made.
  const answered = refusals.filter(isByAnswer);
  for (const refusal of answered.length > 0 ? answered : refusals) {
    if (ours.includes(refusal.code) || refusal.code === 'missing-permission') continue;
    const why = await whyUnnecessary(refusal, demand, today, () => fork(refusal.code));
    expect({ refusal, why }).toEqual({ refusal, why: undefined });
  }
};

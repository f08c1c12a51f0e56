import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enforce } from '../../src/enforce.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { cognitoPools } from '../../src/pool/cognito-pools.ts';
import type { JsonObject } from '../../src/pool/json.ts';
import type { Pools } from '../../src/pool/pools.ts';
import { settingAt } from '../../src/pool/settings.ts';
import type { CarryStep } from '../../src/remediation/carry/carry-rule.ts';
import { afterChanges, beforeChanges } from '../../src/remediation/carry/carry-rules.ts';
import { couplings } from '../../src/remediation/couplings/couplings.ts';
import { encodeSetting } from '../../src/remediation/encode-setting.ts';
import { mergeUpdate } from '../../src/remediation/merge-update.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { callFor } from '../../src/remediation/planned-call.ts';
import { type RefusalCode, refusalCodes } from '../../src/remediation/refusal.ts';
import { withMember } from '../../src/remediation/request-tree.ts';
import type { SettingChange } from '../../src/remediation/setting-change.ts';
import type { Semantics } from '../../src/sandbox/cognito/semantics.ts';
import { type PoolConditions, SOUND } from '../../src/sandbox/cognito/user-pools.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { World } from '../../src/world.ts';
import { aClock } from '../support/a-clock.ts';
import { aCall } from '../support/a-pool-change.ts';
import { inProcessCognito, region } from './a-cognito.ts';
import { arbitraryDemand, type Demand } from './arbitrary-policies.ts';
import { arbitraryPool, type PoolPlan } from './arbitrary-pool.ts';
import { ours, whyUnnecessary } from './force-refused.ts';
import { howMany, suiteRuns } from './how-many.ts';
import { forkPool, makePool, placePool } from './place-pool.ts';
import {
  everyFindingIsAnswered,
  everyWriteIsTaken,
  nothingGotWeaker,
  onlyTheChangesDiffer,
  planIsPure,
  type Write,
} from './promises.ts';
import { countReached } from './reached.ts';

const reached = countReached();
const allSemantics = ['worst', 'documented', 'measured'] as const;
const clock = aClock();
const today = '2026-11-23';

/** No pool brings AWS to one of these answers. */
const unreachable: readonly string[] = [
  // An answer that we have no name for: the promise is that there is none.
  'refused-by-aws',
];

/** Refusals that only AWS's answer tells of. */
const byAnswer: readonly RefusalCode[] = [
  'replica',
  'import-in-progress',
  'missing-permission',
  'carried-member',
];

/** What of a pool's condition refusals come from. A condition answers first: another one would hide whether they must be. */
const conditionOf: { readonly [code in RefusalCode]?: keyof PoolConditions } = {
  replica: 'secondaryReplica',
  'import-in-progress': 'importInProgress',
  'broken-sms-role': 'smsRole',
  'needs-tier': 'tierLocked',
};

const sandboxes = new Map<Semantics, Sandbox>();

beforeAll(async () => {
  for (const semantics of allSemantics)
    sandboxes.set(semantics, await startSandbox({ semantics, homeRegion: region, now: clock.now }));
});

afterAll(async () => {
  for (const sandbox of sandboxes.values()) await sandbox.close();
});

/** A Cognito of these semantics: the sandbox's operations alone, or behind its server and AWS's SDK. */
const cognitoOf = (semantics: Semantics, byHttp: boolean) => {
  const sandbox = sandboxes.get(semantics);
  if (!byHttp || !sandbox) return inProcessCognito(semantics, clock.now);
  const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'sandbox' };
  const door = cognitoPools(clock.now, { endpoint: sandbox.url, region, credentials });
  sandbox.faults.clear();
  return { pools: sandbox.pools, faults: sandbox.faults, door };
};

const recording = (door: Pools, writes: Write[]): Pools => ({
  ...door,
  write: async (pool, write, id) => {
    const result = await door.write(pool, write, id);
    writes.push({ ...write, result });
    return result;
  },
});

const worldOf = (pools: Pools, { policies, options }: Demand): World => ({
  pools,
  policies,
  ledger: memoryLedger({ leaseSeconds: 90, newId }),
  tell: async () => {},
  now: clock.now,
  newId,
  wait: clock.wait,
  timeLeft: () => Number.POSITIVE_INFINITY,
  mode: 'remediate',
  planOptions: options,
});

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `outcome-${ids}`;
};

/** The carry rules that have something to do for a pool with these changes to it. */
const carryRulesAtWork = (userPool: JsonObject, changes: readonly SettingChange[]): readonly string[] => {
  const own = changes.filter(({ setting }) => callFor(setting) === 'UpdateUserPool');
  let tree = userPool;
  const atWork = (step: CarryStep): readonly string[] => {
    const before = JSON.stringify(tree);
    tree = step(tree, own);
    return JSON.stringify(tree) === before ? [] : [step.name];
  };
  const first = beforeChanges.flatMap(atWork);
  for (const { setting, to } of own)
    tree = withMember(tree, setting, encodeSetting(to, settingAt(setting), undefined));
  return [...first, ...afterChanges.flatMap(atWork)];
};

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const couplingsOf = ({ changes }: { readonly changes: readonly SettingChange[] }): readonly string[] =>
  changes.flatMap(({ because }) => because.flatMap((why) => (why.kind === 'coupling' ? [why.coupling] : [])));

const holdTo = async (
  plan: PoolPlan,
  demand: Demand,
  semantics: Semantics,
  byHttp: boolean,
): Promise<void> => {
  const stored = makePool(plan, semantics);
  const cognito = cognitoOf(semantics, byHttp);
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
  const answered = refusals.filter(({ code }) => byAnswer.includes(code));
  for (const refusal of answered.length > 0 ? answered : refusals) {
    if (ours.includes(refusal.code) || refusal.code === 'missing-permission') continue;
    const why = await whyUnnecessary(refusal, demand, today, () => fork(refusal.code));
    expect({ refusal, why }).toEqual({ refusal, why: undefined });
  }
};

const arbitrarySemantics = fc.constantFrom(
  'worst',
  'worst',
  'worst',
  'documented',
  'measured' as const,
) as fc.Arbitrary<Semantics>;

/** AWS documents that an omitted DcrConfiguration is kept, and the merge relies on that; `worst` resets it. */
const possibleUnder = (plan: PoolPlan, semantics: Semantics): PoolPlan => {
  const { DcrConfiguration, ...settings } = plan.settings;
  return semantics === 'worst' ? { ...plan, settings } : plan;
};

describe('the promises, for any pool and any policies', () => {
  const { numRuns, seed } = howMany();

  it(`hold in ${numRuns} cases`, { timeout: numRuns * 200 }, async () => {
    console.log(`seed: ${seed}`);

    await fc.assert(
      fc.asyncProperty(
        arbitraryPool,
        arbitraryDemand,
        arbitrarySemantics,
        fc.nat({ max: 9 }),
        (plan, demand, semantics, drawn) =>
          holdTo(possibleUnder(plan, semantics), demand, semantics, drawn === 9),
      ),
      { numRuns, seed },
    );
  });

  // Fewer cases than the suite’s, as mutation testing runs, needn't come across everything.
  if (numRuns >= suiteRuns) {
    it('meet every coupling, every carry rule and every refusal', () => {
      console.log(reached.report());

      expect(
        reached.missed(
          'coupling',
          couplings.map(({ name }) => kebab(name)),
        ),
      ).toEqual([]);
      expect(
        reached.missed(
          'carry',
          [...beforeChanges, ...afterChanges].map(({ name }) => name),
        ),
      ).toEqual([]);
      expect(
        reached.missed(
          'refusal',
          refusalCodes.filter((code) => !unreachable.includes(code)),
        ),
      ).toEqual([]);
    });
  }
});

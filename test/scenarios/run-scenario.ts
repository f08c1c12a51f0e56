import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { introducePeople } from '../../src/cli/demo/people.ts';
import { deployInto } from '../../src/cli/deployed/deploy-into.ts';
import { lifeguardKey, sandboxRegion, sandboxSettings } from '../../src/cli/deployed/sandbox-settings.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { cognitoPools } from '../../src/pool/cognito-pools.ts';
import type { JsonObject } from '../../src/pool/json.ts';
import type { PoolRef } from '../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../src/pool/pool-snapshot.ts';
import type { Pools } from '../../src/pool/pools.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { membersOver } from './members-over.ts';
import type { Scenario } from './scenario.ts';
import { setUp, weaken } from './scenario-pool.ts';

/** All that a scenario leaves behind. */
export interface Played {
  readonly pool: PoolRef;
  /** The pool as it was set up, and as it is when everything has come to rest. */
  readonly before: PoolSnapshot;
  readonly after: PoolSnapshot;
  /** Of every look, quiet ones too. */
  readonly outcomes: readonly Outcome[];
  /** Lifeguard's writes to Cognito, in order, refused ones too. */
  readonly writes: readonly string[];
  readonly mails: readonly { readonly subject: string; readonly body: string }[];
}

/**
 * Plays a scenario on a sandbox that resets all that it isn't told: the weakening's event goes through the rules of
 * serverless.yml and both queues into the handlers that deploy, and the mail comes out of the topic.
 * @throws Error where the policy has mistakes, or AWS refuses the pool or the weakening
 */
export const runScenario = async (scenario: Scenario): Promise<Played> => {
  const sandbox = await startSandbox({ semantics: 'worst', homeRegion: sandboxRegion });
  try {
    introducePeople(sandbox);
    const set = membersOver(aRealisticPool as unknown as JsonObject, scenario.pool);
    const pool = await setUp(sandbox, set);
    const look = onlooker(sandbox, pool);
    const before = await look();
    const outcomes: Outcome[] = [];
    await deployInto({
      sandbox,
      policies: await policiesOf(scenario),
      ledgers: memoryLedger({ leaseSeconds: 90, newId: randomUUID, distinct: distinctCauses }),
      planOptions: scenario.deployment,
      onOutcome: (outcome) => outcomes.push(outcome),
      watchPools: beforeFirstLook(() => meanwhile(sandbox, pool, scenario.meanwhile)),
    });
    await weaken(sandbox, pool, set, scenario);
    await sandbox.settled();
    return {
      pool,
      before,
      after: await look(),
      outcomes,
      writes: sandbox.calls
        .filter(({ accessKeyId, service }) => accessKeyId === lifeguardKey && service === 'cognito-idp')
        .map(({ operation }) => operation)
        .filter((operation) => !/^(Describe|Get)/.test(operation)),
      mails: sandbox.deliveries
        .filter(({ protocol }) => protocol === 'email')
        .map(({ subject = '', body }) => ({ subject, body })),
    };
  } finally {
    await sandbox.close();
  }
};

/** Looks under an access key of its own, so that the looks don't count as Lifeguard's. */
const onlooker = (sandbox: Sandbox, pool: PoolRef): (() => Promise<PoolSnapshot>) => {
  const pools = cognitoPools(() => new Date(), sandboxSettings(sandbox, 'AKIAONLOOKER'));
  return async () => {
    const read = await pools.read(pool);
    if (read.kind === 'gone') throw new Error(`The sandbox has no pool ${pool.id}.`);
    return read.snapshot;
  };
};

const beforeFirstLook =
  (happen: () => void) =>
  (pools: Pools): Pools => {
    let happened = false;
    return {
      ...pools,
      read: (pool) => {
        if (!happened) happen();
        happened = true;
        return pools.read(pool);
      },
    };
  };

const meanwhile = (
  { pools, faults }: Sandbox,
  { region, id }: PoolRef,
  { conditions, denied, newMember }: Scenario['meanwhile'],
): void => {
  if (conditions)
    pools.setConditions(
      region,
      id,
      Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined)),
    );
  if (denied) faults.add({ kind: 'access-denied', operation: denied, accessKeyId: lifeguardKey });
  if (newMember) {
    const { path, value, refused = false } = newMember;
    faults.add({ kind: 'future-member', path, value, refused });
  }
};

const policiesOf = async ({ policy }: Scenario): Promise<PolicySet> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-scenario-'));
  try {
    await writeFile(join(folder, 'policy.yaml'), stringify(policy));
    const loaded = await loadPolicies(folder);
    if (loaded.kind === 'policies') return loaded.policies;
    throw new Error(loaded.mistakes.map(({ line, message }) => `policy.yaml:${line}: ${message}`).join('\n'));
  } finally {
    await rm(folder, { recursive: true });
  }
};

import { randomUUID } from 'node:crypto';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { distinctCauses } from '../../change/distinct-causes.ts';
import { memoryLedger } from '../../ledger/memory-ledger.ts';
import type { PolicySet } from '../../policy/policy.ts';
import { cognitoPools } from '../../pool/cognito-pools.ts';
import type { JsonObject } from '../../pool/json.ts';
import { poolRef } from '../../pool/pool-ref.ts';
import type { Pools } from '../../pool/pools.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { deployInto } from '../deployed/deploy-into.ts';
import { lifeguardKey, sandboxRegion, sandboxSettings } from '../deployed/sandbox-settings.ts';
import { clientOf, introducePeople } from './people.ts';

/** The pool just before one of our writes, and just after it. */
export interface WrittenPool {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** A sandbox with Lifeguard in it, and all that the demo shows of it. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** Signs with the access key of one of the people. */
  readonly client: (accessKeyId: string) => CognitoIdentityProviderClient;
  readonly outcomes: readonly Outcome[];
  readonly writes: readonly WrittenPool[];
  /** UserPool as DescribeUserPool answers now. */
  readonly describe: (id: string) => Promise<JsonObject>;
  /** How often Lifeguard has called each operation of Cognito so far. */
  readonly calls: () => { readonly reads: number; readonly writes: number };
}

/** Starts a sandbox, deploys Lifeguard into it, and watches what goes over the wire. */
export const setStage = async (policies: PolicySet): Promise<Stage> => {
  const sandbox = await startSandbox({ homeRegion: sandboxRegion });
  introducePeople(sandbox);
  const outcomes: Outcome[] = [];
  const writes: WrittenPool[] = [];
  const describe = describer(sandbox);
  const watchPools = (pools: Pools): Pools => ({
    ...pools,
    write: async (pool, write, outcomeId) => {
      const before = await describe(pool.id);
      const result = await pools.write(pool, write, outcomeId);
      writes.push({ before, after: await describe(pool.id) });
      return result;
    },
  });
  const ledgers = memoryLedger({ leaseSeconds: 90, newId: randomUUID, distinct: distinctCauses });
  await deployInto({
    sandbox,
    policies,
    ledgers,
    watchPools,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const client = (accessKeyId: string) => clientOf(sandbox, accessKeyId);
  return { sandbox, client, outcomes, writes, describe, calls: () => countCalls(sandbox) };
};

/** Looks at pools under an access key of its own, so that the looks don't count as Lifeguard's. */
export const describer = (sandbox: Sandbox): ((id: string) => Promise<JsonObject>) => {
  const pools = cognitoPools(() => new Date(), sandboxSettings(sandbox, 'AKIAONLOOKER'));
  return async (id) => {
    const read = await pools.read(poolRef(sandbox.accountId, sandboxRegion, id));
    if (read.kind === 'gone') throw new Error(`The sandbox has no pool ${id}.`);
    return read.snapshot.userPool;
  };
};

const countCalls = ({ calls }: Sandbox): { readonly reads: number; readonly writes: number } => {
  const ours = calls.filter((call) => call.accessKeyId === lifeguardKey && call.service === 'cognito-idp');
  const reads = ours.filter(({ operation }) => /^(Describe|Get|List)/.test(operation)).length;
  return { reads, writes: ours.length - reads };
};

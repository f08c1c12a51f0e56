import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  UpdateUserPoolCommand,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { onTestFinished } from 'vitest';
import type { CallCause } from '../../src/change/cause.ts';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { cognitoPools } from '../../src/pool/cognito-pools.ts';
import type { JsonObject } from '../../src/pool/json.ts';
import { type PoolRef, poolRef } from '../../src/pool/pool-ref.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import { type Habits, promptly, type World } from '../../src/world.ts';
import { aClock } from './a-clock.ts';
import { aCall as callWith } from './a-pool-change.ts';

const region = 'eu-west-1';
const ourKey = 'AKIALIFEGUARD';

/** The policies of a folder; a mistake in them fails the test. */
const policiesOf = async (folder: string): Promise<PolicySet> => {
  const loaded = await loadPolicies(folder);
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
  return loaded.policies;
};

/** A developer's UpdateUserPool, at the time at which the clock begins. */
export const aCall = (overrides: Partial<CallCause> = {}): CallCause =>
  callWith({ eventTime: '2026-11-23T10:00:00Z', ...overrides });

/**
 * A realistic pool on a sandbox of its own, and a world that enforces policies/ on it. The sandbox resets all that
 * it isn't told, unless asked for other semantics, and is closed when the test is over.
 */
export const aGovernedPool = async ({
  create = {},
  sandbox: options = {},
  habits = promptly,
}: {
  readonly create?: Partial<CreateUserPoolCommandInput>;
  readonly sandbox?: SandboxOptions;
  readonly habits?: Habits;
} = {}) => {
  const clock = aClock();
  const sandbox = await startSandbox({ semantics: 'worst', now: clock.now, homeRegion: region, ...options });
  onTestFinished(() => sandbox.close());
  const settings = (accessKeyId: string) => ({
    endpoint: sandbox.url,
    region,
    credentials: { accessKeyId, secretAccessKey: 'sandbox' },
  });
  const developer = new CognitoIdentityProviderClient(settings('AKIADEVELOPER'));
  const created = await developer.send(new CreateUserPoolCommand({ ...aRealisticPool, ...create }));
  const id = created.UserPool?.Id ?? '';
  const pool = poolRef(sandbox.accountId, region, id);
  const told: Outcome[] = [];
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `outcome-${ids}`;
  };
  const ledgers = memoryLedger({ leaseSeconds: 90, newId, distinct: distinctCauses });
  const later: { readonly pool: PoolRef; readonly seconds: number }[] = [];
  const world: World = {
    pools: cognitoPools(clock.now, settings(ourKey)),
    policies: await policiesOf('policies'),
    ledger: ledgers.looks,
    tell: async (outcome) => {
      told.push(outcome);
    },
    now: clock.now,
    newId,
    wait: clock.wait,
    mode: 'remediate',
    timeLeft: () => Number.POSITIVE_INFINITY,
    planOptions: cautiousPlan,
    habits,
    later: async (seen, seconds) => {
      later.push({ pool: seen, seconds });
    },
  };
  const onlooker = cognitoPools(clock.now, settings('AKIAONLOOKER'));
  return {
    world,
    ledgers,
    clock,
    sandbox,
    pool,
    told,
    /** The looks that were asked for, oldest first. */
    later,
    developer,
    /** A complete update by somebody else, with these members in place of the realistic pool's. */
    change: async (members: Partial<UpdateUserPoolCommandInput>): Promise<void> => {
      const { UsernameAttributes, ...whole } = { ...aRealisticPool, ...create };
      await developer.send(new UpdateUserPoolCommand({ ...whole, UserPoolId: id, ...members }));
    },
    /** UserPool as DescribeUserPool answers now, without the dates. */
    describe: async (): Promise<JsonObject> => {
      const read = await onlooker.read(pool);
      if (read.kind === 'gone') return {};
      const { LastModifiedDate, ...rest } = read.snapshot.userPool;
      return rest;
    },
    /** The names of the calls that Lifeguard made to Cognito, in order. */
    ourCalls: (): string[] =>
      sandbox.calls.filter(({ accessKeyId }) => accessKeyId === ourKey).map(({ operation }) => operation),
  };
};

/** The password policy of the realistic pool with these members in place of its own. */
export const passwordsWith = (members: JsonObject): Pick<UpdateUserPoolCommandInput, 'Policies'> => ({
  Policies: {
    ...aRealisticPool.Policies,
    PasswordPolicy: { ...aRealisticPool.Policies?.PasswordPolicy, ...members },
  },
});

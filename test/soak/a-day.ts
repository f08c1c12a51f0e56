import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  type DeletionProtectionType,
  UpdateUserPoolCommand,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { introducePeople, keys } from '../../src/cli/demo/people.ts';
import { deployInto } from '../../src/cli/deployed/deploy-into.ts';
import { sandboxRegion, sandboxRegions, sandboxSettings } from '../../src/cli/deployed/sandbox-settings.ts';
import { policiesIn } from '../../src/cli/policies.ts';
import { sandboxLedgers } from '../../src/cli/sandbox-ledgers.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { sweepMessage } from '../../src/sweep/sweep-message.ts';
import { type Chance, chanceOf } from '../faults/world/chance.ts';
import { aClock } from '../support/a-clock.ts';

const minute = 60_000;
const poolsOfARegion = 4;

/** How often people do something in a minute, of 1. */
const changesAMinute = 0.3;

/** A sandbox in which Lifeguard is deployed, and a day goes by. */
export interface Day {
  readonly sandbox: Sandbox;
  /** How many outcomes there were of each kind. */
  readonly outcomes: ReadonlyMap<Outcome['kind'], number>;
  /** Lets so many minutes go by, in which people change pools and a sweep begins every hour. */
  readonly pass: (minutes: number) => Promise<void>;
  /** Lets the looks and the notices come that wait. */
  readonly calm: (minutes: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Somebody's complete update: sometimes weaker than the policies allow, sometimes not. */
const anUpdate = (id: string, chance: Chance): UpdateUserPoolCommandInput => {
  const { UsernameAttributes: _, ...whole } = aRealisticPool;
  return {
    ...whole,
    UserPoolId: id,
    Policies: {
      ...whole.Policies,
      PasswordPolicy: {
        ...whole.Policies?.PasswordPolicy,
        MinimumLength: chance.pick([8, 10, 14, 16]),
        RequireSymbols: chance.happens(0.7),
      },
    },
    EmailVerificationSubject: `Your code ${chance.between(1, 1000)}`,
  };
};

/** @param seed of what people do */
export const aDay = async (seed: number): Promise<Day> => {
  const chance = chanceOf(seed);
  const clock = aClock('2026-11-23T00:00:00.000Z');
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-soak-'));
  const time = {
    now: clock.now,
    wait: async (milliseconds: number) => clock.pass(milliseconds),
  };
  const sandbox = await startSandbox({ semantics: 'worst', homeRegion: sandboxRegion, ...time, keep: 50 });
  introducePeople(sandbox);
  const outcomes = new Map<Outcome['kind'], number>();
  await deployInto({
    sandbox,
    policies: await policiesIn('policies'),
    ledgers: sandboxLedgers(folder, time),
    clock: time,
    onOutcome: ({ kind }) => {
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
    },
  });
  const clients = sandboxRegions.map(
    (region) => new CognitoIdentityProviderClient({ ...sandboxSettings(sandbox, keys.developer), region }),
  );
  const create = (
    client: CognitoIdentityProviderClient,
    DeletionProtection: DeletionProtectionType = 'ACTIVE',
  ) => client.send(new CreateUserPoolCommand({ ...aRealisticPool, DeletionProtection }));
  for (const client of clients) for (let count = 0; count < poolsOfARegion; count += 1) await create(client);

  const change = async (): Promise<void> => {
    const client = chance.pick(clients);
    const { id } = chance.pick(sandbox.pools.list(await client.config.region()));
    if (chance.happens(0.02)) {
      const { UserPool: { Id } = {} } = await create(client, 'INACTIVE');
      await client.send(new DeleteUserPoolCommand({ UserPoolId: Id }));
    } else await client.send(new UpdateUserPoolCommand(anUpdate(id, chance)));
  };
  let minutes = 0;
  const pass = async (many: number, share: number): Promise<void> => {
    for (let count = 0; count < many; count += 1, minutes += 1) {
      if (minutes % 60 === 0)
        sandbox.queues.send(sandbox.queues.wired('sweeps', sandboxRegion), sweepMessage({ kind: 'start' }));
      if (chance.happens(share)) await change();
      clock.pass(minute);
      sandbox.deliverDue();
      await sandbox.settled();
    }
  };
  return {
    sandbox,
    outcomes,
    pass: (many) => pass(many, changesAMinute),
    calm: (many) => pass(many, 0),
    end: async () => {
      for (const client of clients) client.destroy();
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
  };
};

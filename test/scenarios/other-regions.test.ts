import { randomUUID } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it, onTestFinished } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { introducePeople, keys } from '../../src/cli/demo/people.ts';
import { wallClock } from '../../src/cli/deployed/clock.ts';
import { deployInto } from '../../src/cli/deployed/deploy-into.ts';
import { lifeguardKey, sandboxRegion, sandboxSettings } from '../../src/cli/deployed/sandbox-settings.ts';
import { policiesIn } from '../../src/cli/policies.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { sweepMessage } from '../../src/sweep/sweep-message.ts';

/** Lifeguard deployed in eu-west-1, looking after us-east-1 too, in an account that has eu-south-1 besides. */
const aDeployment = async () => {
  let hours = 0;
  const now = () => new Date(Date.now() + hours * 3_600_000);
  const sandbox = await startSandbox({ semantics: 'worst', homeRegion: sandboxRegion, now });
  onTestFinished(() => sandbox.close());
  introducePeople(sandbox);
  const outcomes: Outcome[] = [];
  await deployInto({
    sandbox,
    policies: await policiesIn('policies'),
    ledgers: memoryLedger({ leaseSeconds: 90, newId: randomUUID, distinct: distinctCauses }),
    clock: { ...wallClock, now },
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const inRegion = (region: string) =>
    new CognitoIdentityProviderClient({ ...sandboxSettings(sandbox, keys.developer), region });
  return {
    sandbox,
    outcomes,
    createPool: async (region: string) => {
      const { UserPool } = await inRegion(region).send(new CreateUserPoolCommand(aRealisticPool));
      await sandbox.settled();
      return UserPool?.Id ?? '';
    },
    weaken: async (region: string, id: string) => {
      const { UsernameAttributes: _, ...whole } = aRealisticPool;
      const Policies = { PasswordPolicy: { ...whole.Policies?.PasswordPolicy, MinimumLength: 8 } };
      await inRegion(region).send(new UpdateUserPoolCommand({ ...whole, UserPoolId: id, Policies }));
      await sandbox.settled();
    },
    lengthIn: (region: string, id: string) =>
      (sandbox.pools.get(region, id)?.settings as { Policies?: typeof aRealisticPool.Policies } | undefined)
        ?.Policies?.PasswordPolicy?.MinimumLength,
    /** What Lifeguard itself called in Amazon Cognito, with the Region that each call was signed for. */
    ownCalls: () =>
      sandbox.calls
        .filter(({ accessKeyId, service }) => accessKeyId === lifeguardKey && service === 'cognito-idp')
        .map(({ region, operation }) => `${region} ${operation}`),
    /** A whole sweep: whatever is put off comes up at once. */
    sweep: async () => {
      const sweeps = sandbox.queues.wired('sweeps', sandboxRegion);
      sandbox.queues.send(sweeps, sweepMessage({ kind: 'start' }));
      for (let step = 0; step < 4; step += 1) {
        await sandbox.settled();
        hours += 1;
        sandbox.deliverDue();
      }
      await sandbox.settled();
    },
    mails: () =>
      sandbox.deliveries.filter(({ protocol }) => protocol === 'email').map(({ subject = '' }) => subject),
  };
};

describe('a pool in another governed Region', () => {
  it('that is weakened is put right from home, by calls to its own Region', async () => {
    const { sandbox, createPool, weaken, lengthIn, ownCalls, outcomes } = await aDeployment();
    const id = await createPool('us-east-1');

    await weaken('us-east-1', id);

    expect(outcomes.at(-2)).toMatchObject({ kind: 'remediated', pool: { region: 'us-east-1', id } });
    expect(lengthIn('us-east-1', id)).toBe(14);
    expect(ownCalls()).toContain('us-east-1 UpdateUserPool');
    expect(ownCalls().filter((call) => !call.startsWith('us-east-1 '))).toEqual([]);
    // Changes go home; what waits there is what a rule could not bring home of tampering.
    expect(sandbox.queues.list('us-east-1').map(({ name }) => name)).toEqual([
      'cognito-lifeguard-prod-eu-west-1-forward-watch-dead-letters',
    ]);
  });

  it('has its pools swept, as home has', async () => {
    const { createPool, sweep, ownCalls } = await aDeployment();
    await createPool('us-east-1');
    const before = ownCalls().length;

    await sweep();

    const swept = ownCalls().slice(before);
    expect(swept).toEqual(
      expect.arrayContaining([
        'eu-west-1 ListUserPools',
        'us-east-1 ListUserPools',
        'us-east-1 DescribeUserPool',
      ]),
    );
  });
});

describe('a pool in a Region that is not governed', () => {
  it('is left alone, and told of once', async () => {
    const { createPool, sweep, ownCalls, mails } = await aDeployment();
    await createPool('eu-south-1');

    await sweep();
    await sweep();

    expect(ownCalls().filter((call) => call.startsWith('eu-south-1 '))).toEqual(['eu-south-1 ListUserPools']);
    expect(mails().filter((subject) => subject.includes('eu-south-1'))).toEqual([
      expect.stringMatching(/^\[MEDIUM\] Not looked after in sandbox: eu-south-1/),
    ]);
  });
});

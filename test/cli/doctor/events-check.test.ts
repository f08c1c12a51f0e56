import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { eventsCheck } from '../../../src/cli/doctor/events-check.ts';
import type { PoolHistory } from '../../../src/history/pool-history.ts';
import type { Remembered } from '../../../src/ledger/ledger.ts';
import type { JsonObject } from '../../../src/sandbox/json.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { towards } from '../../support/run-cli.ts';

const home = 'eu-west-1';
const noon = Date.parse('2026-11-26T12:00:00.000Z');
const minutes = (count: number): Date => new Date(noon + count * 60_000);

interface Recorded {
  readonly region: string;
  /** When the pool was changed, in minutes after noon. */
  readonly at: readonly number[];
  /** How many calls AWS refused 180 minutes after noon. */
  readonly refused?: number;
  /** When the pool was changed by SetUserPoolMfaConfig besides. */
  readonly mfaAt?: number;
}

/** A pool that is changed in a Region at these minutes after noon, as CloudTrail has it. */
const changedAt = (region: string, ...at: readonly number[]) => recorded({ region, at });

const recorded = async ({ region, at, refused = 0, mfaAt }: Recorded) => {
  let now = minutes(0);
  const sandbox = await startSandbox({ now: () => now });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });
  for (const [name, value] of Object.entries(towards(sandbox.url))) vi.stubEnv(name, value);
  const client = new CognitoIdentityProviderClient({ region });
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'users' }));
  const eventIds: string[] = [];
  const update = () =>
    client.send(new UpdateUserPoolCommand({ UserPoolId: UserPool?.Id, MfaConfiguration: 'OFF' }));
  for (const minute of at) {
    now = minutes(minute);
    await update();
    eventIds.push(String(sandbox.trail.at(-1)?.eventID));
  }
  if (refused > 0) {
    sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });
    now = minutes(180);
    await expect(update()).rejects.toThrow();
    // A thousand calls would take seconds.
    const record = sandbox.trail.at(-1) as JsonObject;
    for (let count = 1; count < refused; count += 1) (sandbox.trail as JsonObject[]).push(record);
  }
  if (mfaAt !== undefined) {
    now = minutes(mfaAt);
    await client.send(new SetUserPoolMfaConfigCommand({ UserPoolId: UserPool?.Id, MfaConfiguration: 'OFF' }));
    eventIds.push(String(sandbox.trail.at(-1)?.eventID));
  }
  /** @param came which of the changes, from 0 on, are remembered by their events; `seen` in minutes after noon */
  return (
    at: number,
    {
      seen,
      came = [],
      ...rest
    }: { readonly seen?: number; readonly came?: readonly number[] } & Partial<Remembered> = {},
  ) => {
    now = minutes(at);
    const history = {
      seen: { at: minutes(seen ?? 0).toISOString(), values: {} },
      calls: came.map((index) => eventIds[index]),
    } as unknown as PoolHistory;
    const remembered: Remembered = {
      requests: [],
      account: { pauses: [] },
      ...(seen !== undefined && { history }),
      ...rest,
    };
    const desk = { pool: () => Promise.resolve(remembered) };
    const time = {
      now: () => now,
      wait: async (milliseconds: number) => {
        now = new Date(now.getTime() + milliseconds);
      },
    };
    return eventsCheck('events', desk, { accountId: '111122223333', region, home }, time);
  };
};

describe('the newest change of a Region', () => {
  it('is ok where it was looked at, and its event is remembered', async () => {
    const check = await changedAt('us-east-1', 10);

    expect(await check(600, { seen: 11, came: [0] })).toMatchObject({
      state: 'ok',
      says: expect.stringMatching(
        /^The newest change in us-east-1 that CloudTrail recorded arrived in eu-west-1, and was looked at: UpdateUserPool on us-east-1_\w+ at 2026-11-26 12:10:00 UTC\.$/,
      ),
    });
  });

  it('is ok where a look for the event of a moment before saw it too', async () => {
    const check = await changedAt(home, 10, 11);

    expect(await check(600, { seen: 12, came: [0] })).toMatchObject({
      state: 'ok',
      says: expect.stringMatching(/12:11:00 UTC.* the newest whose event arrived is .* 12:10:00 UTC\.$/),
    });
  });

  it('is ok where the pool was gone when it was looked at, which no sweep does', async () => {
    const check = await changedAt('us-east-1', 10);

    expect(await check(600, { last: { id: 'outcome-1', remaining: '' } })).toMatchObject({ state: 'ok' });
  });

  it('is not known where somebody else than its event may have had the pool looked at', async () => {
    const check = await changedAt('us-east-1', 10, 120);

    expect(await check(600, { seen: 130, came: [0] })).toMatchObject({
      state: 'unknown',
      says: expect.stringMatching(
        /by a sweep perhaps.* 14:00:00 UTC; the newest whose event arrived is .* 12:10:00 UTC\.$/,
      ),
      todo: expect.stringContaining('lifeguard rehearse --region us-east-1'),
    });
  });

  it('is not known while its event may be on its way', async () => {
    const check = await changedAt('us-east-1', 10);

    expect(await check(20, { seen: 5 })).toMatchObject({
      state: 'unknown',
      todo: 'Run the command again in 20 minutes.',
    });
  });

  it.each([
    ['by the ledger', { seen: 5 }, '; of no other did an event arrive'],
    ['since the pool came', {}, '; of no other did an event arrive'],
    ['but those before were', { seen: 70, came: [0] }, '; the newest whose event arrived is '],
  ])('is wrong where it was not looked at: %s', async (_, memory, says) => {
    const check = await changedAt('us-east-1', 10, 120);

    expect(await check(600, memory)).toMatchObject({ state: 'wrong', says: expect.stringContaining(says) });
  });
});

describe('the newest change before calls that AWS refused', () => {
  it('is wrong where it was not looked at, however many those are', async () => {
    const check = await recorded({ region: 'us-east-1', at: [10], refused: 120 });

    expect(await check(600, { seen: 5 })).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('2026-11-26 12:10:00 UTC'),
    });
  });

  it('is ok where it arrived', async () => {
    const check = await recorded({ region: home, at: [10], refused: 60 });

    expect(await check(600, { seen: 11, came: [0] })).toMatchObject({ state: 'ok' });
  });
});

describe('more refused calls than are read', () => {
  it.each([home, 'us-east-1'])('leave it not known whether one arrived from %s', async (region) => {
    const check = await recorded({ region, at: [10], refused: 1001 });

    expect(await check(600, { seen: 11, came: [0] })).toMatchObject({
      state: 'unknown',
      says: expect.stringMatching(
        /^None of the newest 1000 calls of UpdateUserPool in [\w-]+ is one that AWS accepted and that names its pool; those before 2026-11-26 15:00:00 UTC were not read\.$/,
      ),
      todo: expect.stringContaining(
        `aws cloudtrail lookup-events --region ${region} --lookup-attributes AttributeKey=EventName,AttributeValue=UpdateUserPool`,
      ),
    });
  });
});

describe('a change by another call than the refused ones', () => {
  it.each([
    ['after them is the newest', 200, { seen: 201, came: [1] }, 'ok'],
    ['before them may not be the newest', 20, { seen: 21, came: [1] }, 'unknown'],
    ['before them is wrong where it was not looked at', 20, { seen: 15 }, 'wrong'],
  ] as const)('%s', async (_, mfaAt, memory, state) => {
    const check = await recorded({ region: home, at: [10], refused: 1001, mfaAt });

    expect(await check(600, memory)).toMatchObject({ state });
  });
});

describe('a Region without a change', () => {
  it('is ok, since no event had to arrive from there', async () => {
    const check = await changedAt('us-east-1');

    expect(await check(600)).toMatchObject({
      state: 'ok',
      says: 'CloudTrail has no change to a user pool of us-east-1 in 90 days: no event had to arrive from there.',
    });
  });

  it('is not known at home, where nothing has been proven then', async () => {
    const check = await changedAt(home);

    expect(await check(600)).toMatchObject({
      state: 'unknown',
      todo: expect.stringContaining('lifeguard rehearse'),
    });
  });
});

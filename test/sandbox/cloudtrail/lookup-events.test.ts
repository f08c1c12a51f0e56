import {
  CloudTrailClient,
  LookupEventsCommand,
  type LookupEventsCommandInput,
} from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../../src/sandbox/sandbox-options.ts';
import { NOON, sandboxFixture, signedHeaders } from '../sandbox-fixture.ts';

const historyFixture = async (options: SandboxOptions = {}) => {
  const fixture = await sandboxFixture(options);
  const client = new CloudTrailClient(fixture.config());
  const lookUp = async (input: LookupEventsCommandInput = {}) => {
    fixture.clock.advance(1);
    return client.send(new LookupEventsCommand(input));
  };
  return { ...fixture, client, lookUp };
};

const named = (AttributeValue: string) => ({ AttributeKey: 'EventName' as const, AttributeValue });

describe('LookupEvents', () => {
  it('finds a call with its whole record', async () => {
    const { lookUp, createPool, sandbox } = await historyFixture();
    await createPool();

    const { Events = [] } = await lookUp({ LookupAttributes: [named('CreateUserPool')] });

    expect(Events).toMatchObject([{ EventName: 'CreateUserPool', EventTime: NOON, Username: 'sandbox' }]);
    expect(JSON.parse(Events[0]?.CloudTrailEvent ?? '')).toEqual(sandbox.trail[0]);
  });

  it('gives pages of 50, the newest first, and a token for the next', async () => {
    const { lookUp, createPool, clock } = await historyFixture();
    for (let made = 0; made < 51; made += 1) {
      clock.advance(1);
      await createPool();
    }

    const first = await lookUp({ LookupAttributes: [named('CreateUserPool')] });
    const second = await lookUp({ LookupAttributes: [named('CreateUserPool')], NextToken: first.NextToken });

    expect([first.Events?.length, second.Events?.length, second.NextToken]).toEqual([50, 1, undefined]);
    expect(second.Events?.[0]?.EventTime).toEqual(new Date(NOON.getTime() + 1000));
  });

  it('finds nothing of another name, of another Region, and nothing older than 90 days', async () => {
    const { lookUp, createPool, clock, config } = await historyFixture();
    await createPool();
    const elsewhere = new CloudTrailClient(config('us-east-1'));

    expect((await lookUp({ LookupAttributes: [named('UpdateUserPool')] })).Events).toEqual([]);
    expect((await elsewhere.send(new LookupEventsCommand({}))).Events).toEqual([]);
    clock.advance(91 * 86_400);
    expect((await lookUp()).Events).toEqual([]);
  });

  it.each([
    ['two attributes', 'InvalidLookupAttributesException', { LookupAttributes: [named('a'), named('b')] }],
    ['51 results', 'InvalidMaxResultsException', { MaxResults: 51 }],
    ['a token of another question', 'InvalidNextTokenException', { NextToken: '50.x' }],
    ['an end before the start', 'InvalidTimeRangeException', { StartTime: NOON, EndTime: new Date(0) }],
  ])('refuses %s', async (_, name, input) => {
    const { lookUp } = await historyFixture();

    await expect(lookUp(input)).rejects.toMatchObject({ name });
  });

  it('refuses the third call of a second, and takes one a second later', async () => {
    const { client, clock } = await historyFixture();
    const look = () => client.send(new LookupEventsCommand({}));
    await look();
    await look();

    await expect(look()).rejects.toMatchObject({ name: 'ThrottlingException' });
    clock.advance(1);
    await expect(look()).resolves.toMatchObject({ Events: [] });
  });

  it('finds a call once the history has it, some minutes after it was made', async () => {
    const { lookUp, createPool, clock } = await historyFixture({ historyDelay: 300_000 });
    await createPool();

    clock.advance(298);
    expect((await lookUp()).Events).toEqual([]);
    expect((await lookUp()).Events).toHaveLength(1);
  });

  it('has no other operation', async () => {
    const { post } = await historyFixture();

    const answer = await post(
      'CloudTrail_20131101.ListTrails',
      '{}',
      signedHeaders('eu-west-1', 'AKIATEST', 'cloudtrail'),
    );

    expect(answer.errorType).toBe('UnknownOperationException');
  });
});

import type { LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../src/cli/backtest/look-up.ts';
import { allOf } from '../../support/all-of.ts';

const to = new Date('2026-11-26T00:00:00Z');
const from = new Date('2026-10-27T00:00:00Z');

type Reply = { readonly Events?: readonly object[]; readonly NextToken?: string } | Error;

/** An event history that gives these replies, then none; and a clock that only waiting moves. */
const historyOf = (replies: readonly Reply[]) => {
  const left = [...replies];
  const asked: { readonly at: number; readonly input: LookupEventsCommandInput }[] = [];
  let time = 0;
  const client = {
    send: async ({ input }: { input: LookupEventsCommandInput }) => {
      asked.push({ at: time, input });
      const reply = left.shift() ?? {};
      if (reply instanceof Error) throw reply;
      return reply;
    },
  };
  const history = {
    client: client as unknown as Parameters<typeof lookUp>[0]['client'],
    from,
    to,
    now: () => new Date(time),
    wait: async (milliseconds: number) => {
      time += milliseconds;
    },
  };
  return { history, asked };
};

const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });

describe('the event history', () => {
  it('is asked for each call that carries settings, by name, over the time asked for', async () => {
    const { history, asked } = historyOf([]);

    await allOf(lookUp(history));

    expect(asked.map(({ input }) => input.LookupAttributes?.[0]?.AttributeValue)).toEqual([
      'CreateUserPool',
      'UpdateUserPool',
      'SetUserPoolMfaConfig',
    ]);
    expect(asked[0]?.input).toMatchObject({ StartTime: from, EndTime: to, MaxResults: 50 });
  });

  it('is asked at most twice a second', async () => {
    const { history, asked } = historyOf([{ NextToken: 'a' }, { NextToken: 'b' }, {}]);

    await allOf(lookUp(history));

    expect(asked.map(({ at }) => at)).toEqual([0, 0, 1100, 1100, 2200]);
  });

  it('is asked again, later each time, where AWS says that it was too soon', async () => {
    const { history, asked } = historyOf([throttled, throttled]);

    await allOf(lookUp(history));

    expect(asked.slice(0, 3).map(({ at }) => at)).toEqual([0, 1000, 3000]);
  });

  it('can’t be read where AWS goes on saying that', async () => {
    const { history } = historyOf(Array(8).fill(throttled));

    await expect(allOf(lookUp(history))).rejects.toThrow('Rate exceeded');
  });

  it('gives Cognito’s records alone', async () => {
    const { history } = historyOf([
      {
        Events: [
          { EventSource: 'example.amazonaws.com', CloudTrailEvent: '{"a":1}' },
          { EventSource: 'cognito-idp.amazonaws.com', CloudTrailEvent: '{"b":1}' },
        ],
      },
    ]);

    expect(await allOf(lookUp(history))).toEqual(['{"b":1}']);
  });
});

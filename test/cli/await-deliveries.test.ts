import { describe, expect, it } from 'vitest';
import { awaitDeliveries } from '../../src/cli/desk/await-deliveries.ts';

/** A memory in which a channel has the notice after so many times that it was asked for. */
const aMemory = (after: { readonly [key: string]: number }) => {
  const asked = new Map<string, number>();
  return {
    isTold: async (key: string) => {
      const times = (asked.get(key) ?? 0) + 1;
      asked.set(key, times);
      return times > (after[key] ?? Number.POSITIVE_INFINITY);
    },
  };
};

const awaiting = async (after: { readonly [key: string]: number }) => {
  const sent: string[] = [];
  let waited = 0;
  const missing = await awaitDeliveries(aMemory(after), 'test-1', ['notices', 'webhook'], {
    wait: async (milliseconds) => {
      waited += milliseconds;
    },
    onSent: (channel) => sent.push(channel),
  });
  return { sent, waited, missing };
};

describe('waiting for a test notice', () => {
  it('is over as soon as every channel has it', async () => {
    expect(await awaiting({ 'test-1#notices': 0, 'test-1#webhook': 2 })).toEqual({
      sent: ['notices', 'webhook'],
      waited: 2000,
      missing: [],
    });
  });

  it('is over after a minute, and says which channels do not have it', async () => {
    expect(await awaiting({ 'test-1#notices': 1 })).toEqual({
      sent: ['notices'],
      waited: 59_000,
      missing: ['webhook'],
    });
  });
});

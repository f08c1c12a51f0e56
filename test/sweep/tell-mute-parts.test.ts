import { describe, expect, it } from 'vitest';
import type { MutePart } from '../../src/sweep/announcement.ts';
import { aSweeper, scheduled } from '../support/a-sweeper.ts';

const off: MutePart = {
  region: 'eu-west-1',
  name: 'cognito-lifeguard-prod-tampering-rules',
  why: 'disabled',
};
const holds = (messages: number): MutePart => ({
  region: 'us-east-1',
  name: 'cognito-lifeguard-prod-eu-west-1-forward-watch-dead-letters',
  why: 'holds',
  messages,
});

/** Sweeps of an account, each with these parts mute. */
const sweeping = async (...found: readonly (readonly MutePart[])[]) => {
  const left = [...found];
  const asked: string[] = [];
  const { bring, run, news, clock } = aSweeper({
    muteParts: async (accountId) => {
      asked.push(accountId);
      return left.shift() ?? [];
    },
  });
  for (const _ of found) {
    await bring(scheduled);
    await run();
    clock.pass(3_600_000);
  }
  return { asked, told: news.filter(({ kind }) => kind === 'tampering-untold') };
};

describe('what tells of tampering and does not do so', () => {
  it('is asked for at the end of each sweep, and is no news where there is nothing', async () => {
    expect(await sweeping([], [])).toEqual({ asked: ['111122223333', '111122223333'], told: [] });
  });

  it('is told with each part', async () => {
    const { told } = await sweeping([off, holds(2)]);

    expect(told).toMatchObject([{ kind: 'tampering-untold', parts: [off, holds(2)] }]);
  });

  it('is told once a day, however many messages come, and again where another part is mute', async () => {
    const { told } = await sweeping([holds(1)], [holds(2)], [holds(2), off]);

    expect(told).toMatchObject([{ parts: [holds(1)] }, { parts: [holds(2), off] }]);
  });

  it('is told anew on another day', async () => {
    const { told } = await sweeping(...Array.from({ length: 24 }, () => [off]));

    expect(told).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import { parseLookRequest } from '../../src/change/look-request.ts';
import { askForLooksByQueue } from '../../src/handlers/ask-for-looks-by-queue.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { DelayedLook } from '../../src/sweep/sweeper.ts';
import { aQueue } from '../support/a-queue.ts';

const looks = (count: number): readonly DelayedLook[] =>
  Array.from({ length: count }, (_, index) => ({
    pool: poolRef('111122223333', 'eu-west-1', `eu-west-1_Pool${index}`),
    cause: { kind: 'sweep', sweep: 'it', eventTime: '2026-11-23T10:00:00.000Z' },
    seconds: index,
  }));

describe('asking for looks', () => {
  it.each([0, 1, 10, 11, 25])(
    'sends %i of them, each as on-pool-change reads it, at its time',
    async (count) => {
      const { sqs, queue, taken, clock } = await aQueue();
      const url = await queue('pool-changes');

      await askForLooksByQueue(sqs, url)(looks(count));

      expect(await taken(url)).toHaveLength(Math.min(count, 1));
      clock.pass(25_000);
      const rest = await taken(url);
      expect(rest).toHaveLength(Math.max(0, count - 1));
      for (const body of rest)
        expect(parseLookRequest(JSON.parse(body), { accountId: '111122223333' })).toMatchObject({
          cause: { kind: 'sweep', sweep: 'it' },
        });
    },
  );

  it('fails where SQS takes not every one', async () => {
    const { sqs, queue } = await aQueue();
    const [look] = looks(1);

    const asking = askForLooksByQueue(
      sqs,
      await queue('pool-changes'),
    )(look ? [look, { ...look, seconds: 901 }] : []);

    await expect(asking).rejects.toThrow('SQS refused 1 messages of a batch: InvalidParameterValue');
  });
});

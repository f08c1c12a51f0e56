import { describe, expect, it } from 'vitest';
import { announceByQueue } from '../../src/handlers/announce-by-queue.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { aQueue } from '../support/a-queue.ts';
import { aStanding } from '../support/a-standing.ts';
import { aFinding } from '../support/an-outcome.ts';

/** SendMessage, Amazon SQS API reference: the largest message, in bytes. */
const mostBytes = 262_144;

const aDigest = (pools: Extract<Announcement, { kind: 'digest' }>['pools']): Announcement => ({
  schema: 'cognito-lifeguard/announcement/1',
  id: 'digest:it',
  at: '2026-11-23T10:05:00.000Z',
  accountId: '111122223333',
  policyDigest: 'sha256:2f1d0c',
  kind: 'digest',
  sweep: 'it',
  pools,
  poolsOmitted: 7,
  counts: { debt: pools.length, reported: 0, refused: 0 },
});

const queued = async (announcement: Announcement): Promise<string> => {
  const { sqs, queue, taken } = await aQueue();
  const url = await queue('notices');
  await announceByQueue(sqs, url)(announcement);
  const [body = ''] = await taken(url);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(mostBytes);
  return body;
};

describe('an announcement on the queue', () => {
  it('is as it was where it fits', async () => {
    const digest = aDigest([aStanding('A')]);

    expect(JSON.parse(await queued(digest))).toEqual(digest);
  });

  it('fits where a hundred pools have many findings of long values: the last are left out, and counted', async () => {
    const long = '漢'.repeat(2_000);
    const findings = Array.from({ length: 20 }, (_, index) =>
      aFinding({ rule: `rule-${index}`, setting: 'EmailVerificationMessage', found: long, now: `${long}.` }),
    );
    const pools = Array.from({ length: 100 }, (_, index) => aStanding(`Pool${index}`, { findings }));

    const told = JSON.parse(await queued(aDigest(pools)));

    expect(told.pools.length).toBeGreaterThan(10);
    expect(told.pools.length + told.poolsOmitted).toBe(107);
    expect(told.pools[0].name).toBe('Pool0');
    expect(told.counts.debt).toBe(100);
  });

  it('holds no SMS external id and no character that SQS refuses', async () => {
    const finding = aFinding({ setting: 'SmsConfiguration.ExternalId', found: 's3cret', now: 's3cret' });

    const body = await queued(aDigest([aStanding('A', { name: 'a\uffff\u202e', findings: [finding] })]));

    expect(body).not.toContain('s3cret');
    expect(body).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  });
});

import { describe, expect, it } from 'vitest';
import { announceByQueue } from '../../src/handlers/announce-by-queue.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { toldAnnouncements } from '../notify/told-announcements.ts';
import { aDigest } from '../support/a-digest.ts';
import { aFinding } from '../support/an-outcome.ts';
import { queuedNotice } from './queued-notice.ts';

/** Announces something and takes the message from the queue. */
const queued = async (announcement: Announcement): Promise<string> =>
  (await queuedNotice((sqs, url) => announceByQueue(sqs, url)(announcement))) ?? '';

const worst = '\u0001'.repeat(2_048);

const digestOf = (pools: number): Announcement =>
  aDigest({
    counts: { debt: 0, reported: pools, refused: 0 },
    poolsOmitted: 3,
    pools: Array.from({ length: pools }, (_, index) => ({
      pool: poolRef('111122223333', 'eu-west-1', `eu-west-1_Pool${index}`),
      name: worst,
      outcome: 'reported',
      at: '2026-11-23T09:12:20.000Z',
      findings: Array.from({ length: 10 }, () => aFinding({ found: worst, now: worst, required: worst })),
      refusals: [],
    })),
  });

describe('an announcement on the queue', () => {
  it.each(Object.entries(toldAnnouncements))(
    'is whole where it is small: %s',
    async (_name, announcement) => {
      expect(JSON.parse(await queued(announcement))).toEqual(announcement);
    },
  );

  it('fits with 500 pools of long names, names the worst and counts the others', async () => {
    const body = await queued(digestOf(500));

    const told = JSON.parse(body);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(262_144);
    expect(told.pools[0].pool.id).toBe('eu-west-1_Pool0');
    expect(told.pools.length + told.poolsOmitted).toBe(503);
  });

  it('holds no SMS external id', async () => {
    const finding = aFinding({ setting: 'SmsConfiguration.ExternalId', found: 's3cret', now: 's3cret' });
    const digest = digestOf(1);
    if (digest.kind !== 'digest') throw new Error('no digest');

    const body = await queued({
      ...digest,
      pools: digest.pools.map((pool) => ({ ...pool, findings: [finding] })),
    });

    expect(body).toContain('SmsConfiguration.ExternalId');
    expect(body).not.toContain('s3cret');
  });
});

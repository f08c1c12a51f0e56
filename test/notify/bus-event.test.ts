import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { busEvent } from '../../src/notify/bus-event.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { settings } from '../../src/pool/settings.ts';
import { aDigest } from '../support/a-digest.ts';
import { aNotice } from '../support/a-notice.ts';
import { aStanding } from '../support/a-standing.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';

describe('a notice as an event', () => {
  it('has the whole notice for machines, its time and its pool', () => {
    const notice = aNotice();

    const { Detail, ...event } = busEvent(notice);

    expect(event).toEqual({
      Source: 'cognito-lifeguard',
      DetailType: 'Pool Policy Outcome',
      Time: new Date('2026-11-23T09:14:41.870Z'),
      Resources: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'],
    });
    expect(JSON.parse(Detail)).toEqual(noticeEvent(notice));
  });

  it('of an announcement has another type, and every pool of a digest', () => {
    const pools = Array.from({ length: 100 }, (_, index) => aStanding(`Pool${index}`));

    const event = busEvent(noticeOfAnnouncement(aDigest({ pools }), {}));

    expect(event.DetailType).toBe('Pool Policy Announcement');
    expect(event.Time).toEqual(new Date('2026-11-23T09:20:00.000Z'));
    expect(event.Resources).toEqual(pools.map(({ pool }) => pool.arn));
  });

  it('leaves the time to EventBridge where it has none', () => {
    expect(busEvent(aNotice(anOutcome({ endedAt: 'yesterday' })))).not.toHaveProperty('Time');
  });

  it('is cut below 256 KB, and says so', () => {
    const found = '漢'.repeat(20_000);
    const findings = settings.map(({ path }) => aFinding({ setting: path, found, now: found }));

    const { Detail } = busEvent(aNotice(anOutcome({ findings })));

    expect(Buffer.byteLength(Detail)).toBeLessThan(262_144);
    expect(JSON.parse(Detail)).toMatchObject({ truncated: true, kind: 'remediated' });
  });
});

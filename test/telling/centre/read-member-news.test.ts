import { describe, expect, it } from 'vitest';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import type { Announcement } from '../../../src/sweep/announcement.ts';
import { readMemberNews } from '../../../src/telling/centre/read-member-news.ts';
import { toldAnnouncements } from '../../notify/told-announcements.ts';
import { toldOutcomes } from '../../notify/told-outcomes.ts';
import { aDigest } from '../../support/a-digest.ts';
import { aHeartbeat } from '../../support/a-heartbeat.ts';
import { aStanding } from '../../support/a-standing.ts';
import { anOutcome } from '../../support/an-outcome.ts';
import { anEnvelope, hasForm } from './an-envelope.ts';

const own = '111122223333';
const other = '222233334444';
const read = (account: string, detail: unknown) => readMemberNews(anEnvelope(account, detail), hasForm);

const pool = poolRef(own, 'eu-west-1', 'eu-west-1_AbCdEf123');
const announcements = Object.entries(toldAnnouncements).filter(
  ([, { kind }]) => kind !== 'held-back' && kind !== 'digest',
);

describe('news of a member', () => {
  it.each(Object.entries(toldOutcomes))('is believed of its own account: outcome %s', (_, outcome) => {
    expect(read(own, outcome)).toEqual({ kind: 'member', accountId: own, news: outcome });
  });

  it.each(announcements)('is believed of its own account: announcement %s', (_, announcement) => {
    expect(read(own, announcement)).toMatchObject({ kind: 'member', accountId: own });
  });

  it('is believed of its own account: digest and heartbeat', () => {
    expect(read(own, aDigest({ pools: [aStanding()] }))).toMatchObject({ kind: 'member' });
    expect(read(own, aHeartbeat({ accountId: own }))).toMatchObject({ kind: 'member' });
  });

  it.each<readonly [string, unknown]>([
    ['an outcome', anOutcome()],
    [
      'an outcome whose pool has its account and another one’s ARN',
      anOutcome({ pool: { ...pool, accountId: other, name: 'x' } }),
    ],
    ['a heartbeat', aHeartbeat({ accountId: own })],
    ['an announcement', { ...toldAnnouncements['memory-lost'], accountId: own }],
    ['a pause of a pool', { ...toldAnnouncements['pause-begun'], accountId: other }],
    ['a digest with a pool', aDigest({ accountId: other, pools: [aStanding()] })],
    [
      'a topic',
      {
        ...aDigest({ accountId: other }),
        ...({ kind: 'nobody-listening', topicArn: `arn:aws:sns:eu-west-1:${own}:t`, pending: 0 } as const),
      },
    ],
  ])('is refused where it speaks of another account: %s', (_, detail) => {
    expect(read(other, detail)).toMatchObject({ kind: 'refused', accountId: other });
  });

  it.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a text', 'cognito-lifeguard/outcome/1'],
    ['an unknown schema', { schema: 'cognito-lifeguard/notice/1' }],
    ['an outcome without findings', { ...anOutcome(), findings: undefined }],
    // Where text is expected, a list would count as our own words.
    ['a name that is no text', anOutcome({ pool: { ...pool, name: ['*forged*'] as unknown as string } })],
    [
      'a severity of its own',
      anOutcome({ findings: [{ ...anOutcome().findings[0], severity: 'fatal' } as never] }),
    ],
    ['a member of its own', { ...anOutcome(), urgent: true }],
    ['a time that is none', anOutcome({ endedAt: 'yesterday' })],
    ['a version that is a story', aHeartbeat({ accountId: own, version: 'x'.repeat(41) })],
    ['an id that no key has room for', anOutcome({ id: 'x'.repeat(251) })],
    ['what a window held back', toldAnnouncements['held-back']],
    ['a digest of all accounts', toldAnnouncements['digest-of-all']],
    ['an owner’s part of a digest', aDigest({ owner: 'checkout-team' })],
  ])('is refused where it is %s', (_, detail) => {
    expect(read(own, detail)).toMatchObject({ kind: 'refused', accountId: own, reason: expect.any(String) });
  });

  it('is refused with a reason that names the place, in few characters', () => {
    const refused = read(own, anOutcome({ endedAt: 'x'.repeat(5000) }));

    expect(refused).toMatchObject({ reason: expect.stringMatching(/^it is not of the form .{1,400}$/s) });
  });

  it('tells exempted pools of whichever account: policy files name them all', () => {
    const { 'exemption-ended': exemption } = toldAnnouncements as { readonly [name: string]: Announcement };

    expect(read(other, { ...exemption, accountId: other })).toMatchObject({ kind: 'member' });
  });
});

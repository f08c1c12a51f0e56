import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { ownersByTopic } from '../../src/telling/owners-by-topic.ts';
import { tellNotice } from '../../src/telling/tell-notice.ts';
import { aNotice } from '../support/a-notice.ts';
import { aSender, aTeller, type Sent } from '../support/a-teller.ts';
import { anOutcome } from '../support/an-outcome.ts';
import { anOwner } from '../support/an-owner.ts';

const topicPrefix = 'arn:aws:sns:eu-west-1:111122223333:cognito-lifeguard-prod-owner-';
const theirs = 'arn:aws:sns:us-east-1:111122223333:checkout-alerts';
const owners = [
  anOwner({ name: 'checkout', emails: ['checkout@example.com'], topic: theirs }),
  anOwner({ name: 'staff', emails: ['staff@example.com'] }),
];

/** A teller whose owners have topics of theirs, and what went out by them. */
const aTellerWithOwners = () => {
  const asked: string[] = [];
  const sent: Sent[] = [];
  const ownersOf = ownersByTopic({ owners, topicPrefix }, (topicArn, channel) => {
    asked.push(topicArn);
    return aSender(channel, sent);
  });
  return { ...aTeller({ ownersOf }), asked, toOwners: () => sent.map(({ channel }) => channel) };
};

const owned = (id: string) => aNotice(anOutcome({ id, owners: [{ name: 'checkout', claimed: false }] }));

describe('the owners of a pool', () => {
  it('are told on each of their topics, once, besides the security team', async () => {
    const { teller, asked, toOwners, heard } = aTellerWithOwners();

    await tellNotice(teller, owned('one'));
    await tellNotice(teller, owned('one'));

    expect(new Set(asked)).toEqual(new Set([`${topicPrefix}checkout`, theirs]));
    expect(toOwners()).toEqual(['owner:checkout', 'owner:checkout:1']);
    expect(heard('one')).toEqual(['events', 'notices', 'webhook']);
  });

  it('are not told of a pool that is nobody’s, nor where the files name them no more', async () => {
    const { teller, toOwners } = aTellerWithOwners();

    await tellNotice(teller, aNotice(anOutcome({ id: 'nobody' })));
    await tellNotice(teller, aNotice(anOutcome({ id: 'former', owners: [{ name: 'gone', claimed: true }] })));

    expect(toOwners()).toEqual([]);
  });

  it('get a test, whoever’s pools they are', async () => {
    const { teller, toOwners } = aTellerWithOwners();
    const test: Announcement = {
      schema: 'cognito-lifeguard/announcement/1',
      id: 'test-1',
      at: '2026-11-23T09:20:00.000Z',
      accountId: '111122223333',
      kind: 'test',
      by: 'arn:aws:iam::111122223333:user/admin',
    };

    await tellNotice(teller, noticeOfAnnouncement(test, {}), test);

    expect(toOwners()).toEqual(['owner:checkout', 'owner:checkout:1', 'owner:staff']);
  });
});

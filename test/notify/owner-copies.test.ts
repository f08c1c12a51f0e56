import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import { noticeForOwner } from '../../src/notify/notice-for-owner.ts';
import { type OwnerChannels, ownerCopies, regionOfTopic } from '../../src/notify/owner-copies.ts';
import { digestForOwner } from '../../src/notify/owner-digest.ts';
import type { Owner } from '../../src/policy/owner.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { aDigest } from '../support/a-digest.ts';
import { aNotice } from '../support/a-notice.ts';
import { aStanding } from '../support/a-standing.ts';
import { anExemption } from '../support/an-exemption.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';
import { anOwner } from '../support/an-owner.ts';

const topicPrefix = 'arn:aws:sns:eu-west-1:111122223333:cognito-lifeguard-prod-owner-';
const theirTopic = 'arn:aws:sns:eu-central-1:444455556666:payments-alerts';

const channelsTo = (...owners: readonly Owner[]): OwnerChannels => ({
  owners,
  topicPrefix,
  accountAlias: 'prod-eu',
});

const both = [
  { name: 'checkout-team', claimed: false },
  { name: 'payments', claimed: true },
];
const ownedNotice = aNotice(anOutcome({ owners: both }));

describe('the copies of a notice for owners', () => {
  it('go to the topic that was made for an owner’s addresses, to their own, or to both', () => {
    const copies = ownerCopies(
      aNotice(anOutcome({ owners: ['a', 'b', 'c'].map((name) => ({ name, claimed: false })) })),
      channelsTo(
        anOwner({ name: 'a' }),
        anOwner({ name: 'b', emails: [], topic: theirTopic }),
        anOwner({ name: 'c', topic: theirTopic }),
      ),
    );

    expect(copies.map(({ owner, topics }) => [owner, topics])).toEqual([
      ['a', [`${topicPrefix}a`]],
      ['b', [theirTopic]],
      ['c', [`${topicPrefix}c`, theirTopic]],
    ]);
    expect(regionOfTopic(theirTopic)).toBe('eu-central-1');
  });

  it('are none where nobody owns the pool', () => {
    expect(ownerCopies(aNotice(), channelsTo(anOwner()))).toEqual([]);
  });

  it('are none for owners who are not in the files any more', () => {
    const copies = ownerCopies(ownedNotice, channelsTo(anOwner()));

    expect(copies.map(({ owner }) => owner)).toEqual(['checkout-team']);
  });

  it('differ from the notice by their foot alone, which names the place in the files', () => {
    const [copy] = ownerCopies(ownedNotice, channelsTo(anOwner()));

    const { footer, ...rest } = copy?.notice ?? {};
    expect(rest).toEqual(ownedNotice);
    expect(footer?.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(
      'You get this because policies/owners.yaml:2 names you, checkout-team, as an owner of this pool.',
    );
    expect(ownedNotice).not.toHaveProperty('footer');
  });
});

describe('a notice for an owner', () => {
  it('that says they claim the pool by its tags keeps within a chat message, and is marked', () => {
    const findings = Array.from({ length: 30 }, (_, index) =>
      aFinding({ rule: `rule-${index}`, why: 'x'.repeat(400), required: 'y'.repeat(200) }),
    );
    const owner = { name: 'a'.repeat(40), claimed: true };
    const notice = noticeForOwner(
      aNotice(anOutcome({ owners: [owner], findings })),
      owner,
      `${'p'.repeat(200)}/owners.yaml:7`,
    );

    const { description } = chatMessage(notice).content;
    expect(description.length).toBeLessThanOrEqual(2500);
    expect(description).toContain("(as the pool's tags claim)");
    expect(description).toMatch(/\nYou get this because .*could have written them\.$/);
    expect(emailText(notice).body.replace(/\s+/g, ' ')).toMatch(
      / You get this because .*could have written them\. Notice /,
    );
  });
});

describe('an announcement about pools', () => {
  const exemption: Announcement = {
    ...aDigest(),
    kind: 'exemption-ending',
    exemption: anExemption({ pools: ['A', 'B'].map((id) => aStanding(id).pool.arn) }),
    owners: both,
  };

  it('goes to the owners that it names', () => {
    const notice = noticeOfAnnouncement(exemption, {});

    const copies = ownerCopies(
      notice,
      channelsTo(anOwner(), anOwner({ name: 'payments' }), anOwner({ name: 'staff' })),
      exemption,
    );

    expect(copies.map(({ owner }) => owner)).toEqual(['checkout-team', 'payments']);
    expect(emailText(copies[0]?.notice ?? notice).body).toContain('as an\nowner of these pools.');
  });

  it('goes to no owner where it is about the account', () => {
    const lost: Announcement = { ...aDigest(), kind: 'memory-lost' };

    expect(ownerCopies(noticeOfAnnouncement(lost, {}), channelsTo(anOwner()), lost)).toEqual([]);
  });
});

describe('a digest', () => {
  const counts = { debt: 1, reported: 0, refused: 0 };
  const checkout = { owners: [{ name: 'checkout-team', claimed: true }] };
  const digest = aDigest({
    pools: [aStanding('A', checkout), aStanding('B', { owners: both }), aStanding('C')],
    poolsOmitted: 7,
    counts: { debt: 10, reported: 0, refused: 0 },
    owned: [
      { owner: 'checkout-team', pools: 4, counts: { debt: 4, reported: 0, refused: 0 } },
      { owner: 'payments', pools: 1, counts },
      { owner: 'staff', pools: 2, counts },
    ],
  });

  it('has for each owner their pools alone, with their counts, the ones without a name too', () => {
    const theirs = digestForOwner(digest, 'checkout-team');

    expect(theirs?.pools.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(theirs).toMatchObject({
      id: digest.id,
      owner: 'checkout-team',
      poolsOmitted: 2,
      counts: { debt: 4, reported: 0, refused: 0 },
    });
    expect(JSON.stringify(theirs)).not.toContain('payments');
  });

  it('has nothing for who owns none of its pools', () => {
    expect(digestForOwner(digest, 'identity')).toBeUndefined();
    expect(digestForOwner(aDigest({ pools: [aStanding('A', checkout)] }), 'checkout-team')).toBeUndefined();
  });

  it('of pools that had no room is told by their number', () => {
    const theirs = digestForOwner(digest, 'staff');

    expect(theirs).toMatchObject({ pools: [], poolsOmitted: 2 });
    expect(theirs && emailText(noticeOfAnnouncement(theirs, {})).body).toMatch(
      /^2 of your pools in account 111122223333 differ from policy.*\nand 2 more pools\n/s,
    );
  });

  it('goes to every owner of its pools in a thread of theirs, under the id that all readers see', () => {
    const whole = noticeOfAnnouncement(digest, {});

    const copies = ownerCopies(
      whole,
      channelsTo(anOwner(), anOwner({ name: 'payments' }), anOwner({ name: 'staff' })),
      digest,
    );

    expect(copies.map(({ owner }) => owner)).toEqual(['checkout-team', 'payments', 'staff']);
    expect(new Set(copies.map(({ notice }) => notice.id))).toEqual(new Set([whole.id]));
    expect(new Set([whole, ...copies.map(({ notice }) => notice)].map(({ thread }) => thread)).size).toBe(4);
    expect(copies[0]?.notice.headline).toEqual(
      expect.arrayContaining([expect.stringContaining('4 of your pools')]),
    );
  });

  it('tells an owner to accept pool by pool, since the sweep’s id would do it for everybody', () => {
    const commandsFor = (owner: string) => {
      const theirs = digestForOwner(digest, owner);
      if (!theirs) throw new Error(`Nothing is ${owner}'s.`);
      return noticeOfAnnouncement(theirs, {}).steps.flatMap(({ commands = [] }) => commands);
    };

    expect(commandsFor('payments')).toEqual(['lifeguard apply --pool eu-west-1_B --region eu-west-1']);
    expect(commandsFor('staff')).toEqual([]);
    expect(noticeOfAnnouncement(digest, {}).steps.flatMap(({ commands = [] }) => commands)).toEqual([
      'lifeguard accept sweep-1',
    ]);
  });
});

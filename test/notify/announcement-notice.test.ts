import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { snsMessage } from '../../src/notify/sns-message.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';
import { aDigest } from '../support/a-digest.ts';
import { aFinding } from '../support/an-outcome.ts';
import { toldAnnouncements } from './told-announcements.ts';

const noticeOf = (name: string) => {
  const announcement = toldAnnouncements[name];
  if (!announcement) throw new Error(`No announcement is called ${name}.`);
  return noticeOfAnnouncement(announcement, { accountAlias: 'prod-eu' });
};

const threadOf = (name: string) => chatMessage(noticeOf(name)).metadata.threadId;

type Digest = Extract<Announcement, { kind: 'digest' }>;

const digestOf = (pools: Digest['pools'], poolsOmitted = 0, counts?: Digest['counts']) =>
  noticeOfAnnouncement(aDigest({ pools, poolsOmitted, ...(counts && { counts }) }), {});

const standingAt = (index: number, finding = aFinding({ now: 8 })) => ({
  pool: poolRef('111122223333', 'eu-west-1', `eu-west-1_Pool${index}`),
  name: `pool-${index}`,
  outcome: 'reported' as const,
  at: '2026-11-23T09:12:20.000Z',
  findings: [finding],
  refusals: [],
});

describe('the notice of an announcement', () => {
  it.each([
    ['digest', 'high', false],
    ['policies-changed', 'medium', false],
    ['policies-first', 'low', false],
    ['pause-begun', 'medium', false],
    ['pause-ended', 'low', false],
    ['exemption-ending', 'low', false],
    ['exemption-ended', 'medium', false],
    ['memory-lost', 'high', true],
    ['pauses-damaged', 'high', true],
    ['tampering-untold', 'high', true],
    ['regions-unwatched', 'medium', false],
    ['regions-unlisted', 'high', true],
  ])('of %s is %s, urgent: %s', (name, severity, urgent) => {
    expect(noticeOf(name)).toMatchObject({ severity, urgent });
  });

  it('stands in one thread with what is about the same, and in no other', () => {
    expect(threadOf('pause-ended')).toBe(threadOf('pause-begun'));
    expect(threadOf('exemption-ended')).toBe(threadOf('exemption-ending'));
    expect(threadOf('policies-changed')).toBe(threadOf('policies-first'));

    const threads = Object.keys(toldAnnouncements).map(threadOf);
    expect(new Set(threads).size).toBe(13);
  });

  it('gives machines the announcement itself', () => {
    expect(noticeEvent(noticeOf('pause-begun'))).toMatchObject({
      schema: 'cognito-lifeguard/notice/1',
      about: 'announcement',
      kind: 'pause-begun',
      pause: { reason: 'CHG-1041: moving the sign-up functions.' },
    });
  });

  it('names the account by its id where it has no other name', () => {
    const { subject, body } = emailText(digestOf([standingAt(0)]));

    expect(subject).toBe('[HIGH] Digest: 1 pool against policy');
    expect(body).toMatch(/^1 pool of account 111122223333 differs from policy/);
  });
});

describe('a digest', () => {
  it('leaves out what holds now and what was accepted under an exemption', () => {
    const exemption = {
      ticket: 'SEC-204',
      approver: 'security@example.com',
      reason: 'A pool without people in it.',
      expires: '2026-12-31',
      at: 'policies/exemptions.yaml:3',
    };
    const { body } = emailText(
      digestOf([
        { ...standingAt(0, aFinding({ rule: 'holds-now' })), name: 'a' },
        standingAt(1, aFinding({ rule: 'accepted', now: 8, exemption })),
        standingAt(2, aFinding({ rule: 'stands', now: 8 })),
      ]),
    );

    expect(body).toContain('stands (high)');
    expect(body).not.toMatch(/holds-now|accepted \(/);
  });

  it('keeps within a mail and a chat message, and counts the pools that have no room', () => {
    const notice = digestOf(
      Array.from({ length: 500 }, (_, index) => standingAt(index)),
      7,
    );
    const counted = (text: string) => {
      const shown = text.match(/eu-west-1_Pool\d+/g)?.length ?? 0;
      return shown + Number(/^and (\d+) more pools$/m.exec(text)?.[1]);
    };

    expect(counted(emailText(notice).body)).toBe(507);
    expect(counted(chatMessage(notice).content.description)).toBe(507);
    expect(chatMessage(notice).content.description.length).toBeLessThanOrEqual(2500);
    expect(Buffer.byteLength(snsMessage(notice).Message)).toBeLessThan(262_144);
  });

  it('shows no SMS external id', () => {
    const notice = digestOf([
      standingAt(
        0,
        aFinding({
          setting: 'SmsConfiguration.ExternalId',
          found: 's3cret',
          now: 's3cret',
          required: 'equals s3cret',
        }),
      ),
    ]);

    expect(emailText(notice).body).toMatch(
      /SmsConfiguration\.ExternalId found\s+\(hidden\), required \(hidden\)/,
    );
    expect(JSON.stringify([notice, noticeEvent(notice)])).not.toContain('s3cret');
  });

  it('offers to accept only where something waits for that', () => {
    const commandsOf = (counts: { readonly debt: number }) =>
      digestOf([standingAt(0)], 0, { ...counts, reported: 1, refused: 0 }).steps.flatMap(
        ({ commands = [] }) => commands,
      );

    expect(commandsOf({ debt: 1 })).toEqual(['lifeguard accept sweep-1']);
    expect(commandsOf({ debt: 0 })).toEqual([]);
  });
});

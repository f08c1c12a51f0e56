import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import type { Notice } from '../../src/notify/notice.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { noticeForOwner } from '../../src/notify/notice-for-owner.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import { snsMessage } from '../../src/notify/sns-message.ts';
import { amazonQNotification } from './amazon-q.schema.ts';
import { hostileAnnouncement } from './hostile-announcements.ts';
import { hostileOutcome, hostileOwner, hostileText } from './hostile-outcomes.ts';

const alias = fc
  .option(hostileText, { nil: undefined })
  .map((accountAlias) => (accountAlias === undefined ? {} : { accountAlias }));

/** Notices of hostile outcomes, of those that tell anything, and of hostile announcements. */
const forEverybody: fc.Arbitrary<Notice> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(hostileOutcome, alias)
      .map(([outcome, context]) => noticeOf(outcome, context))
      .filter((notice) => notice !== undefined),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hostileAnnouncement, alias)
      .map(([announcement, context]) => noticeOfAnnouncement(announcement, context)),
  },
);

/** Those, and some of them as a hostile owner would get them. */
const hostileNotice = fc
  .tuple(forEverybody, fc.option(fc.tuple(hostileOwner, hostileText)))
  .map(([notice, reader]) => (reader ? noticeForOwner(notice, ...reader) : notice));

const forHostileNotices = (check: (notice: Notice) => void): void =>
  // Shrinking texts of 10,000 characters takes minutes; the seed of a failure is enough to see it again.
  fc.assert(fc.property(hostileNotice, check), { numRuns: 150, endOnFailure: true });

const ourAddresses = (notice: Notice): readonly string[] =>
  [...notice.links, ...notice.steps].flatMap(({ url }) => (url === undefined ? [] : [url]));

/** What people copy: made by us, and of a form that means nothing to a shell. */
const ourCommands = (notice: Notice): readonly string[] =>
  notice.steps.flatMap(({ commands = [] }) => commands);

/** What chat would act on: everything but our own links, our own labels and what stands in code spans. */
const actedOn = (text: string, notice: Notice): string => {
  const spans = text.split('`');
  expect(spans.length % 2).toBe(1);
  for (const [index, span] of spans.entries()) {
    expect(index % 2 === 1 && /[<>\n]|&(?!(amp|lt|gt);)/.test(span)).toBe(false);
  }
  let outside = spans.filter((_, index) => index % 2 === 0).join('');
  for (const url of ourAddresses(notice)) {
    outside = outside
      .replaceAll(`<${url.replaceAll('&', '&amp;')}|`, '(')
      .replace(/\((The [\w ]+|how to ask)>/g, '');
  }
  return outside.replace(
    /^\*(Who|When|Where|Why|Felt by|Accepted|Also|Debt|Resting|Changed|Asked|Sides|Written|Loosened|Added|Digest|Until|Rules|Pools|Granted|Owner)\* /gm,
    '',
  );
};

describe('a hostile notice', () => {
  it('has a subject of 1 to 100 printable ASCII characters that begins with its severity', () => {
    forHostileNotices((notice) => {
      expect(emailText(notice).subject).toMatch(
        /^\[(URGENT, )?(INFO|LOW|MEDIUM|HIGH|CRITICAL)\] [\x20-\x7e]+$/,
      );
      expect(emailText(notice).subject.length).toBeLessThanOrEqual(100);
    });
  });

  it('is a mail of lines under 78 columns, with no address but ours and those alone on their lines', () => {
    forHostileNotices((notice) => {
      const { body } = emailText(notice);

      const addresses = [...ourAddresses(notice), ...ourCommands(notice)];
      for (const line of body.split('\n')) {
        const address = addresses.includes(line.trim());
        expect(address || [...line].length <= 77).toBe(true);
        expect(!address && /:\/\/|\bwww\./i.test(line)).toBe(false);
        expect(line).not.toMatch(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(body.length).toBeLessThanOrEqual(26_000);
    });
  });

  it('has no command in which a shell would find anything but words', () => {
    forHostileNotices((notice) => {
      for (const command of ourCommands(notice)) expect(command).toMatch(/^[\w .,:=/-]+(--reason "…")?$/);
    });
  });

  it("is a chat message that Amazon Q's schema takes", () => {
    forHostileNotices((notice) => {
      const message = JSON.parse(JSON.stringify(chatMessage(notice)));

      expect(amazonQNotification.safeParse(message).error?.issues).toBeUndefined();
    });
  });

  it('has nothing live in chat: no mention, no link but ours, no emphasis', () => {
    forHostileNotices((notice) => {
      const { title, description, nextSteps, keywords } = chatMessage(notice).content;

      for (const text of [title, description, ...nextSteps, ...keywords]) {
        const live = actedOn(text, notice);
        expect(live).not.toMatch(/[<>@*~]|:\/\/|\bwww\./i);
        expect(live).not.toMatch(/(^|[^\p{L}\p{N}])_|_([^\p{L}\p{N}]|$)/u);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
      }
    });
  });

  it('is a machine event that survives JSON unchanged', () => {
    forHostileNotices((notice) => {
      const event = noticeEvent(notice);

      expect(JSON.parse(JSON.stringify(event))).toEqual(event);
      expect(event).toMatchObject({ schema: 'cognito-lifeguard/notice/1', kind: notice.kind });
      expect(JSON.stringify(event).isWellFormed()).toBe(true);
    });
  });

  it('is one Publish below 262,144 bytes whose bodies are all text', () => {
    forHostileNotices((notice) => {
      const { Subject, Message } = snsMessage(notice);

      const bodies = JSON.parse(Message) as { [protocol: string]: unknown };
      expect(Object.keys(bodies)).toEqual(['default', 'email', 'https', 'lambda', 'sqs']);
      expect(Object.values(bodies).every((body) => typeof body === 'string' && body !== '')).toBe(true);
      expect(Buffer.byteLength(Message) + Buffer.byteLength(Subject)).toBeLessThan(262_144);
    });
  });
});

import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeJsonSchema } from '../../src/cli/notice-schema.ts';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import type { Mrkdwn, PlainText } from '../../src/notify/block-kit.ts';
import { busEvent } from '../../src/notify/bus-event.ts';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import type { Notice } from '../../src/notify/notice.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { noticeForOwner } from '../../src/notify/notice-for-owner.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import { securityFindings } from '../../src/notify/security-finding.ts';
import { type SlackMessage, slackMessage } from '../../src/notify/slack-message.ts';
import { snsMessage } from '../../src/notify/sns-message.ts';
import { amazonQNotification } from './amazon-q.schema.ts';
import { awsSecurityFinding } from './asff.schema.ts';
import { incomingWebhookMessage } from './block-kit.schema.ts';
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
    /^\*(Who|When|Where|Why|Felt by|Exempt|Also|Debt|Resting|Changed|Asked|Sides|Written|Loosened|Added|Checksum|Until|Rules|Pools|Granted|Owner|Topic|Mute|Waiting|Watched|Closed|Released|Silent|Other|Next)\*( |$)/gm,
    '',
  );
};

const textObjects = ({ blocks }: SlackMessage): readonly (PlainText | Mrkdwn)[] =>
  blocks.flatMap((block): readonly (PlainText | Mrkdwn)[] => {
    if (block.type === 'divider') return [];
    if (block.type === 'context') return block.elements;
    return 'fields' in block ? block.fields : [block.text];
  });

/** All text that Slack marks up: the fallback is of that kind too. */
const markedUp = (message: SlackMessage): readonly string[] => [
  message.text,
  ...textObjects(message).flatMap(({ type, text }) => (type === 'mrkdwn' ? [text] : [])),
];

const notInert = /[^\P{Cc}\n]|\p{Cf}|\p{Zl}|\p{Zp}/u;

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

  it("is a webhook message within Block Kit's limits", () => {
    forHostileNotices((notice) => {
      const message = JSON.parse(JSON.stringify(slackMessage(notice)));

      expect(incomingWebhookMessage.safeParse(message).error?.issues).toBeUndefined();
    });
  });

  it('has nothing live behind a webhook: no mention, link, emphasis, quotation or emoji but ours', () => {
    forHostileNotices((notice) => {
      const message = slackMessage(notice);

      for (const text of markedUp(message)) {
        const live = actedOn(text, notice);
        expect(live).not.toMatch(/[<>@*~]|:\/\/|\bwww\./i);
        expect(live).not.toMatch(/(^|[^\p{L}\p{N}])_|_([^\p{L}\p{N}]|$)/u);
        expect(live.replace(/\d\d:\d\d:\d\d/g, '')).not.toMatch(/:[^\s:]+:/);
        expect(text).not.toMatch(/^\s*&gt;/m);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(notInert);
      }
    });
  });

  it('has a header behind a webhook that begins with its severity, and in which nothing is live', () => {
    forHostileNotices((notice) => {
      const [header] = textObjects(slackMessage(notice));

      expect(header).toMatchObject({ type: 'plain_text', emoji: false });
      expect(header?.text).toMatch(/^\[(URGENT, )?(INFO|LOW|MEDIUM|HIGH|CRITICAL)\] \S/);
      expect(header?.text).not.toMatch(/[<>@\n]|&(?!(amp|lt|gt);)|:\/\/|\bwww\./i);
      expect(header?.text).not.toMatch(notInert);
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

  it('is an event below 256 KB whose detail its published schema takes', () => {
    const isValid = new Ajv.default({ strict: false, validateFormats: false }).compile(noticeJsonSchema());

    forHostileNotices((notice) => {
      const { Source, DetailType, Time, Resources, Detail } = busEvent(notice);

      const texts = [Source, DetailType, ...Resources, Detail];
      expect(Buffer.byteLength(texts.join('')) + (Time ? 14 : 0)).toBeLessThan(262_144);
      expect(Time?.getTime()).not.toBeNaN();
      expect(isValid(JSON.parse(Detail)) ? [] : isValid.errors).toEqual([]);
      expect(Detail.isWellFormed()).toBe(true);
    });
  });

  it("is findings that AWS's schema takes, small enough for a hundred of them in one request of 6 MB", () => {
    forHostileNotices((notice) => {
      const findings = securityFindings(notice);

      for (const finding of findings) {
        const json = JSON.stringify(finding);
        expect(awsSecurityFinding.safeParse(JSON.parse(json)).error?.issues).toBeUndefined();
        expect(Buffer.byteLength(json)).toBeLessThan(60_000);
        expect(json.isWellFormed()).toBe(true);
      }
      expect(new Set(findings.map(({ Id }) => Id)).size).toBe(findings.length);
    });
  });

  it('has nothing live in a finding: one line of text each, and no address but ours', () => {
    forHostileNotices((notice) => {
      for (const finding of securityFindings(notice)) {
        const { Title, Description, ProductFields, Remediation, GeneratorId } = finding;
        const advice = Remediation?.Recommendation?.Text ?? '';
        const texts = [Title, Description, GeneratorId, ...Object.values(ProductFields ?? {})];
        for (const text of texts) expect(text).not.toMatch(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|:\/\/|\bwww\./iu);
        expect(advice.replace(/ask for an exemption: https?:\/\/\S+$/, '')).not.toMatch(
          /\p{Cc}|\p{Cf}|:\/\/|\bwww\./iu,
        );
      }
    });
  });
});

import { describe, expect, it } from 'vitest';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { ownerCopies } from '../../src/notify/owner-copies.ts';
import { securityFindings } from '../../src/notify/security-finding.ts';
import { slackMessage } from '../../src/notify/slack-message.ts';
import { anOwner } from '../support/an-owner.ts';
import { toldAnnouncements } from './told-announcements.ts';
import { toldNotices } from './told-notices.ts';

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Notices that say nothing of any rule: their findings are none. */
const withoutRules = [
  'announced-exemption-ended',
  'announced-exemption-ending',
  'announced-memory-lost',
  'announced-pause-begun',
  'announced-pause-begun-for-all',
  'announced-pause-ended',
  'announced-pauses-damaged',
  'announced-policies-changed',
  'announced-policies-first',
  'announced-tampering-untold',
  'announced-tampering-untold-once',
  'changed-unseen',
  'compliant-told',
  'denied',
  'gone',
  'left-scope',
  'lost-update',
  'reported-told',
  'war-over',
];

const channels = {
  owners: ['checkout-team', 'identity', 'payments'].map((name) => anOwner({ name })),
  topicPrefix: 'arn:aws:sns:eu-west-1:111122223333:cognito-lifeguard-prod-owner-',
  accountAlias: 'prod-eu',
};

/** The same as each of its owners gets it. */
const copies = ['remediated-owned', 'announced-digest-owned', 'announced-exemption-ending-owned'].flatMap(
  (name) => {
    const notice = toldNotices[name];
    if (!notice) throw new Error(`No notice is called ${name}.`);
    const announcement = toldAnnouncements[name.replace('announced-', '')];
    return ownerCopies(notice, channels, announcement).map(
      (copy) => [`${name}-for-${copy.owner}`, copy.notice] as const,
    );
  },
);

describe.each([...Object.entries(toldNotices), ...copies])('the notice of %s', (name, notice) => {
  it('is this mail', async () => {
    const { subject, body } = emailText(notice);

    await expect(`Subject: ${subject}\n\n${body}`).toMatchFileSnapshot(`golden/${name}.mail.txt`);
  });

  it('is this chat message', async () => {
    await expect(asJson(chatMessage(notice))).toMatchFileSnapshot(`golden/${name}.chat.json.txt`);
  });

  it('is this message behind a webhook', async () => {
    await expect(asJson(slackMessage(notice))).toMatchFileSnapshot(`golden/${name}.slack.json.txt`);
  });

  it('is this event', async () => {
    await expect(asJson(noticeEvent(notice))).toMatchFileSnapshot(`golden/${name}.event.json.txt`);
  });

  it('is these findings', async () => {
    const findings = securityFindings(notice);

    if (withoutRules.includes(name)) expect(findings).toEqual([]);
    else await expect(asJson(findings)).toMatchFileSnapshot(`golden/${name}.findings.json.txt`);
  });
});

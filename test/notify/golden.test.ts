import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import type { Notice } from '../../src/notify/notice.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { ownerCopies } from '../../src/notify/owner-copies.ts';
import { aNotice } from '../support/a-notice.ts';
import { anOwner } from '../support/an-owner.ts';
import { toldAnnouncements } from './told-announcements.ts';
import { toldOutcomes } from './told-outcomes.ts';

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const notices: { readonly [name: string]: Notice } = {
  ...Object.fromEntries(Object.entries(toldOutcomes).map(([name, outcome]) => [name, aNotice(outcome)])),
  ...Object.fromEntries(
    Object.entries(toldAnnouncements).map(([name, announcement]) => [
      `announced-${name}`,
      noticeOfAnnouncement(announcement, { accountAlias: 'prod-eu' }),
    ]),
  ),
};

const channels = {
  owners: ['checkout-team', 'identity', 'payments'].map((name) => anOwner({ name })),
  topicPrefix: 'arn:aws:sns:eu-west-1:111122223333:cognito-lifeguard-prod-owner-',
  accountAlias: 'prod-eu',
};

/** The same as each of its owners gets it. */
const copies = ['remediated-owned', 'announced-digest-owned', 'announced-exemption-ending-owned'].flatMap(
  (name) => {
    const notice = notices[name];
    if (!notice) throw new Error(`No notice is called ${name}.`);
    const announcement = toldAnnouncements[name.replace('announced-', '')];
    return ownerCopies(notice, channels, announcement).map(
      (copy) => [`${name}-for-${copy.owner}`, copy.notice] as const,
    );
  },
);

describe.each([...Object.entries(notices), ...copies])('the notice of %s', (name, notice) => {
  it('is this mail', async () => {
    const { subject, body } = emailText(notice);

    await expect(`Subject: ${subject}\n\n${body}`).toMatchFileSnapshot(`golden/${name}.mail.txt`);
  });

  it('is this chat message', async () => {
    await expect(asJson(chatMessage(notice))).toMatchFileSnapshot(`golden/${name}.chat.json.txt`);
  });

  it('is this event', async () => {
    await expect(asJson(noticeEvent(notice))).toMatchFileSnapshot(`golden/${name}.event.json.txt`);
  });
});

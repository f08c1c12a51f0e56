import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import type { Notice } from '../../src/notify/notice.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { slackMessage } from '../../src/notify/slack-message.ts';
import { aNotice } from '../support/a-notice.ts';
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

describe.each(Object.entries(notices))('the notice of %s', (name, notice) => {
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
});

import { describe, expect, it } from 'vitest';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { aNotice } from '../support/a-notice.ts';
import { toldOutcomes } from './told-outcomes.ts';

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe.each(Object.entries(toldOutcomes))('the notice of %s', (name, outcome) => {
  it('is this mail', async () => {
    const { subject, body } = emailText(aNotice(outcome));

    await expect(`Subject: ${subject}\n\n${body}`).toMatchFileSnapshot(`golden/${name}.mail.txt`);
  });

  it('is this chat message', async () => {
    const message = chatMessage(aNotice(outcome));

    await expect(asJson(message)).toMatchFileSnapshot(`golden/${name}.chat.json.txt`);
  });

  it('is this event', async () => {
    const event = noticeEvent(aNotice(outcome));

    await expect(asJson(event)).toMatchFileSnapshot(`golden/${name}.event.json.txt`);
  });
});

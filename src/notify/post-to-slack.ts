import type { Delivery, Sender } from './delivery.ts';
import { retryAfter } from './retry-after.ts';
import { type SlackAnswer, type SlackVerdict, slackVerdict } from './slack-answer.ts';
import { slackMessage } from './slack-message.ts';
import { slackWebhookUrl } from './slack-webhook-url.ts';
import { WebhookAddressError } from './webhook-address.ts';

export interface SlackWebhook {
  /** The webhook's address; given one that Slack refused, the one that replaces it, or the same again. */
  readonly url: (refused?: string) => Promise<string>;
  readonly fetch?: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
  /** Milliseconds after which a post without an answer is given up. */
  readonly timeout?: number;
}

/** The longest that Slack is waited for where it asks for it; the queue waits longer at no cost. */
const longestWait = 5000;

/** Slack's own errors are a word; a proxy before it may answer with a page. */
const longestAnswer = 2000;

const startOf = async ({ body }: Response): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestAnswer) break;
  }
  return text;
};

const post = async (webhook: SlackWebhook, url: URL, body: string): Promise<SlackAnswer> => {
  const { fetch: send = fetch, now, timeout = 10_000 } = webhook;
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      // Whoever answers with another address must not get the notice.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    const after = retryAfter(response.headers.get('retry-after'), now());
    const text = await startOf(response);
    return { kind: 'answered', status: response.status, text, ...(after !== undefined && { after }) };
  } catch (error) {
    return { kind: 'unanswered', reason: whyLost(error) };
  }
};

/** Node's fetch says only that it failed; its cause says why. */
const whyLost = (error: unknown): string => {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  if (!(cause instanceof Error)) return message;
  // Where several addresses of one host were tried, the message is empty.
  return cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
};

const postPatiently = async (webhook: SlackWebhook, url: URL, body: string): Promise<SlackAnswer> => {
  const answer = await post(webhook, url, body);
  const after = answer.kind === 'answered' && answer.status === 429 ? answer.after : undefined;
  if (after === undefined || after > longestWait) return answer;
  await webhook.wait(after);
  return post(webhook, url, body);
};

const tell = async (webhook: SlackWebhook, address: string, body: string): Promise<SlackVerdict> => {
  const url = slackWebhookUrl(address);
  if (url) return slackVerdict(await postPatiently(webhook, url, body), url);
  const reason =
    'The parameter holds no address of a Slack webhook: such a one begins with https://hooks.slack.com/services/.';
  return { kind: 'refused', reason, retryable: false, addressGone: true };
};

/**
 * Posts notices to a Slack channel by an incoming webhook. Where Slack asks for a moment it is waited for, once; where
 * it takes nothing at the address any more, the message goes to the one that has replaced it, if there is one. A
 * message that was sent has no id with Slack: the notice's own stands for it.
 * Source: incoming webhooks, and rate limits, Slack's developer documentation.
 */
export const slackWebhook = (webhook: SlackWebhook): Sender => {
  const deliver = async (body: string): Promise<SlackVerdict> => {
    const address = await webhook.url();
    const verdict = await tell(webhook, address, body);
    if (verdict.kind === 'taken' || !verdict.addressGone) return verdict;
    const replacement = await webhook.url(address);
    return replacement === address ? verdict : tell(webhook, replacement, body);
  };
  return {
    channel: 'webhook',
    send: async (notice): Promise<Delivery> => {
      const verdict = await deliver(JSON.stringify(slackMessage(notice))).catch(unreadAddress);
      return verdict.kind === 'taken'
        ? { kind: 'sent', channel: 'webhook', messageId: notice.id }
        : {
            kind: 'failed',
            channel: 'webhook',
            retryable: verdict.retryable,
            reason: verdict.reason,
          };
    },
  };
};

/** What is thrown here is about the address. An error of another kind may have it in its message. */
const unreadAddress = (error: unknown): SlackVerdict => {
  const isOurs = error instanceof WebhookAddressError;
  return {
    kind: 'refused',
    reason: isOurs ? error.message : "The webhook's address could not be read.",
    retryable: !isOurs || error.retryable,
    addressGone: false,
  };
};

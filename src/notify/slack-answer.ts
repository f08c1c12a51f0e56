import { cutTo } from './escape.ts';
import { withoutAddress } from './without-address.ts';

/** What came of one post to a webhook. Texts are from outside. */
export type SlackAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The beginning of the body. */
      readonly text: string;
      /** How long Slack asks to be left alone, in milliseconds. */
      readonly after?: number;
    }
  | { readonly kind: 'unanswered'; readonly reason: string };

/** What an answer means for the message. */
export type SlackVerdict =
  | { readonly kind: 'taken' }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly retryable: boolean;
      /** True where another address may do: Slack takes nothing at this one. */
      readonly addressGone: boolean;
    };

const longest = 200;

/** What is from outside in a reason, on one line, cut, and without the address. */
const inert = (text: string, url: URL): string =>
  text.trim() === '' ? 'nothing' : cutTo(withoutAddress(text, url), longest);

const newWebhook = "Make a new webhook, and store its address in the deployment's parameter.";

/** By status. Source: errors of incoming webhooks, Slack's changelog of 2016-05-17. */
const remedies: { readonly [status: number]: string } = {
  403: `The workspace forbids it, or the webhook is disabled. ${newWebhook}`,
  404: `The webhook or its channel is gone. ${newWebhook}`,
  410: `The webhook's channel is archived. ${newWebhook}`,
};

/**
 * Slack has taken a message where it answers 200 and `ok`: with another body, something else has answered. What it
 * refuses with 4xx it would refuse again, but for 429, which only asks for patience.
 * @param url the webhook's address, which no reason has, nor any part of its path
 */
export const slackVerdict = (answer: SlackAnswer, url: URL): SlackVerdict => {
  if (answer.kind === 'unanswered') {
    const reason = `Slack's webhook gave no answer: ${inert(answer.reason, url)}.`;
    return { kind: 'refused', reason, retryable: true, addressGone: false };
  }
  const { status, text, after } = answer;
  if (status === 200 && text === 'ok') return { kind: 'taken' };
  const wait = after === undefined ? '' : ` It asks for ${Math.ceil(after / 1000)} seconds.`;
  const remedy = remedies[status];
  return {
    kind: 'refused',
    reason: `Slack's webhook answered ${status}: ${inert(text, url)}.${wait}${remedy === undefined ? '' : ` ${remedy}`}`,
    retryable: status === 429 || status >= 500,
    addressGone: remedy !== undefined,
  };
};

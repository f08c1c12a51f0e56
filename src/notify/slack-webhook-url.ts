/** Slack, and GovSlack, which runs on a domain of its own. Source: incoming webhooks, and GovSlack, Slack's documentation. */
const hosts = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Workflow webhooks stand under other paths of the same host, and take no Block Kit. */
const isSlacks = ({ protocol, host, pathname }: URL): boolean =>
  protocol === 'https:' && hosts.has(host) && pathname.startsWith('/services/');

const isLoopback = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && loopback.has(hostname);

/**
 * The address of an incoming webhook: Slack's own, or one on this machine, where a sandbox plays Slack.
 * @returns undefined for any other, and for what is no address: whoever can write the parameter must not be able to
 *   have notices sent elsewhere
 */
export const slackWebhookUrl = (text: string): URL | undefined => {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isBare = url.username === '' && url.password === '';
  return isBare && (isSlacks(url) || isLoopback(url)) ? url : undefined;
};

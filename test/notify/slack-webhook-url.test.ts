import { describe, expect, it } from 'vitest';
import { slackWebhookUrl } from '../../src/notify/slack-webhook-url.ts';

describe('slackWebhookUrl', () => {
  it.each([
    'https://hooks.slack.com/services/T0/B0/x',
    'https://hooks.slack-gov.com/services/T0/B0/x',
    'http://127.0.0.1:8080/slack',
    'http://[::1]:8080/slack',
    'http://localhost/slack',
  ])('takes %s', (text) => {
    expect(slackWebhookUrl(text)?.href).toBe(text);
  });

  it.each([
    ['', 'nothing'],
    ['not an address', 'no address'],
    ['http://hooks.slack.com/services/T0/B0/x', 'no TLS'],
    ['https://hooks.slack.com:8443/services/T0/B0/x', 'another port'],
    ['https://hooks.slack.com.evil.example/services/T0/B0/x', "another host that begins with Slack's"],
    ['https://evil.example/hooks.slack.com/services/T0/B0/x', "Slack's host in the path"],
    ['https://hooks.slack.com@evil.example/services/T0/B0/x', "Slack's host as a user"],
    ['https://user:password@hooks.slack.com/services/T0/B0/x', 'a password'],
    ['https://hooks.slack.com/triggers/T0/1/x', 'a webhook of a workflow'],
    ['https://127.0.0.1/services/T0/B0/x', 'loopback with TLS'],
    ['http://169.254.169.254/latest/meta-data', "an instance's metadata"],
    ['file:///etc/passwd', 'a file'],
  ])('refuses %j: %s', (text) => {
    expect(slackWebhookUrl(text)).toBeUndefined();
  });
});

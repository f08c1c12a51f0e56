import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { muteParts } from '../../src/notify/mute-parts.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

const home = 'eu-west-1';
const elsewhere = 'us-east-1';
const names = ['tampering-rules', 'tampering-watch'];
const queue = 'forward-watch-dead-letters';

/** What is mute of a deployment of which something is spoilt, and what could not be asked. */
const found = async (spoil: (sandbox: Sandbox) => void = () => {}) => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  for (const name of names)
    sandbox.publishRule({ name, region: home, pattern: { source: ['aws.events'] }, topicArn: 'a-topic' });
  sandbox.queues.create(elsewhere, queue);
  spoil(sandbox);
  const settings = (region: string) => ({
    endpoint: sandbox.url,
    region,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
  });
  const logged: string[] = [];
  const ask = muteParts({
    rules: { client: new EventBridgeClient(settings(home)), region: home, names },
    deadLetters: {
      clientIn: (region) => new SQSClient({ ...settings(region), useQueueUrlAsEndpoint: false }),
      regions: [elsewhere],
      name: queue,
    },
    log: (reason) => logged.push(reason),
  });
  return { parts: await ask(sandbox.accountId), logged };
};

describe('what tells of tampering', () => {
  it('is all there', async () => {
    expect(await found()).toEqual({ parts: [], logged: [] });
  });

  it('lacks a rule that is gone or disabled', async () => {
    const { parts } = await found(({ bus }) => {
      bus.removeRule('tampering-rules');
      bus.changeRule('tampering-watch', { isEnabled: false });
    });

    expect(parts).toEqual([
      { region: home, name: 'tampering-rules', why: 'gone' },
      { region: home, name: 'tampering-watch', why: 'disabled' },
    ]);
  });

  it('could not tell what lies in another Region', async () => {
    const { parts } = await found(({ queues }) => {
      for (const body of ['{}', '{}']) queues.send(queues.wired(queue, elsewhere), body);
    });

    expect(parts).toEqual([{ region: elsewhere, name: queue, why: 'holds', messages: 2 }]);
  });

  it('is not known where AWS does not say, and the rest is told all the same', async () => {
    const { parts, logged } = await found(({ queues, bus }) => {
      queues.remove(elsewhere, queue);
      bus.removeRule('tampering-rules');
    });

    expect(parts).toEqual([{ region: home, name: 'tampering-rules', why: 'gone' }]);
    expect(logged).toEqual([expect.stringContaining(`${queue} in ${elsewhere}: QueueDoesNotExist`)]);
  });
});

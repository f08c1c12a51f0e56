import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { describe, expect, it, onTestFinished } from 'vitest';
import { topicSubscribers } from '../../src/notify/topic-subscribers.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';

const aTopic = async () => {
  const sandbox = await startSandbox({ homeRegion: 'eu-west-1', confirmSubscriptions: 'by-hand' });
  onTestFinished(() => sandbox.close());
  const sns = new SNSClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
  });
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'notices' }));
  return { sandbox, sns, TopicArn };
};

describe('who is subscribed to a topic', () => {
  it('is nobody, then somebody who has not confirmed, then somebody who has', async () => {
    const { sandbox, sns, TopicArn } = await aTopic();
    const subscribers = () => topicSubscribers(sns)(TopicArn);

    const nobody = await subscribers();
    const Endpoint = 'security@example.com';
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint }));
    const pending = await subscribers();
    sandbox.confirmSubscription(Endpoint);
    const confirmed = await subscribers();

    expect([nobody, pending, confirmed]).toEqual([
      { confirmed: 0, pending: 0 },
      { confirmed: 0, pending: 1 },
      { confirmed: 1, pending: 0 },
    ]);
  });

  it('is not guessed where there is no such topic', async () => {
    const { sns, TopicArn } = await aTopic();

    await expect(topicSubscribers(sns)(`${TopicArn}-other`)).rejects.toThrow('Topic does not exist');
  });
});

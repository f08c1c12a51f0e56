import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../sandbox-fixture.ts';

const aRule = async () => {
  const { sandbox, config, createPool } = await sandboxFixture();
  sandbox.targetRule({
    name: 'calls',
    pattern: { source: ['aws.cognito-idp'] },
    queueName: 'pool-changes',
    region: 'eu-west-1',
  });
  return { sandbox, createPool, client: new EventBridgeClient(config()) };
};

const aRuleOnATopic = async () => {
  const { sandbox, config, createPool } = await sandboxFixture();
  const sns = new SNSClient(config());
  const { TopicArn: topicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'urgent' }));
  await sns.send(
    new SubscribeCommand({ TopicArn: topicArn, Protocol: 'email', Endpoint: 'ada@example.com' }),
  );
  const pattern = { source: ['aws.cognito-idp'] };
  sandbox.publishRule({ name: 'tell', pattern, region: 'eu-west-1', topicArn });
  return { sandbox, createPool, client: new EventBridgeClient(config()), topicArn };
};

describe('a rule of the sandbox’s EventBridge', () => {
  it('is described with its pattern, its state and its targets', async () => {
    const { client } = await aRule();

    const rule = await client.send(new DescribeRuleCommand({ Name: 'calls' }));
    const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: 'calls' }));

    expect(rule).toMatchObject({ State: 'ENABLED', EventPattern: '{"source":["aws.cognito-idp"]}' });
    expect(Targets).toMatchObject([{ Arn: 'arn:aws:sqs:eu-west-1:111122223333:pool-changes' }]);
  });

  it('that is disabled says so, and sends nothing', async () => {
    const { sandbox, client, createPool } = await aRule();
    sandbox.bus.changeRule('calls', { isEnabled: false });

    await createPool();

    expect(await client.send(new DescribeRuleCommand({ Name: 'calls' }))).toMatchObject({
      State: 'DISABLED',
    });
    expect(sandbox.queues.receive(sandbox.queues.wired('pool-changes', 'eu-west-1'), 10)).toEqual([]);
  });

  it('hands over its own text in place of the event where it has one, and is described with that', async () => {
    const { sandbox, client, createPool } = await aRule();
    sandbox.bus.changeRule('calls', { input: '{"roll":"call"}' });

    await createPool();

    const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: 'calls' }));
    expect(Targets).toMatchObject([{ Input: '{"roll":"call"}' }]);
    const [received] = sandbox.queues.receive(sandbox.queues.wired('pool-changes', 'eu-west-1'), 10);
    expect(received?.message.body).toBe('{"roll":"call"}');
  });

  it('hands an event to the subscribers of a topic, and is described with that', async () => {
    const { sandbox, createPool, client, topicArn } = await aRuleOnATopic();

    await createPool();

    const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: 'tell' }));
    expect(Targets).toMatchObject([{ Arn: topicArn }]);
    expect(sandbox.deliveries.map(({ protocol, endpoint }) => [protocol, endpoint])).toEqual([
      ['email', 'ada@example.com'],
    ]);
    expect(JSON.parse(sandbox.deliveries[0]?.body ?? '')).toMatchObject({
      source: 'aws.cognito-idp',
      detail: { eventName: 'CreateUserPool' },
    });
  });

  it('that was removed is not there', async () => {
    const { sandbox, client } = await aRule();
    sandbox.bus.removeRule('calls');

    const gone = { name: 'ResourceNotFoundException' };
    await expect(client.send(new DescribeRuleCommand({ Name: 'calls' }))).rejects.toMatchObject(gone);
    await expect(client.send(new ListTargetsByRuleCommand({ Rule: 'calls' }))).rejects.toMatchObject(gone);
  });
});

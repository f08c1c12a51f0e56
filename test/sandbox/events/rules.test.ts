import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
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

  it('that was removed is not there', async () => {
    const { sandbox, client } = await aRule();
    sandbox.bus.removeRule('calls');

    const gone = { name: 'ResourceNotFoundException' };
    await expect(client.send(new DescribeRuleCommand({ Name: 'calls' }))).rejects.toMatchObject(gone);
    await expect(client.send(new ListTargetsByRuleCommand({ Rule: 'calls' }))).rejects.toMatchObject(gone);
  });
});

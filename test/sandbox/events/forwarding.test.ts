import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListTargetsByRuleCommand,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../sandbox-fixture.ts';

const pattern = { source: ['aws.cognito-idp'] };
const to = { region: 'eu-west-1', bus: 'calls', roleArn: 'arn:aws:iam::111122223333:role/forward' };

/** Calls of us-east-1 are forwarded to a bus in eu-west-1, whose rule feeds a queue. */
const forwarding = async () => {
  const fixture = await sandboxFixture();
  const { sandbox, client } = fixture;
  sandbox.forwardRule({ name: 'forward', pattern, region: 'us-east-1', to });
  sandbox.targetRule({
    name: 'arrived',
    pattern,
    queueName: 'pool-changes',
    region: 'eu-west-1',
    bus: 'calls',
  });
  const queue = sandbox.queues.wired('pool-changes', 'eu-west-1');
  return {
    ...fixture,
    createPoolIn: (region: string) =>
      client('AKIADEVELOPER', region).send(new CreateUserPoolCommand({ PoolName: 'users' })),
    arrived: () => queue.messages().map(({ body }) => JSON.parse(body)),
  };
};

describe('a rule that forwards to a bus of another Region', () => {
  it('hands on the calls of its own Region, as they were', async () => {
    const { createPoolIn, arrived } = await forwarding();

    await createPoolIn('us-east-1');

    expect(arrived()).toMatchObject([{ region: 'us-east-1', detail: { awsRegion: 'us-east-1' } }]);
  });

  it.each(['eu-west-1', 'eu-south-1'])('sees no call of %s', async (region) => {
    const { createPoolIn, arrived } = await forwarding();

    await createPoolIn(region);

    expect(arrived()).toEqual([]);
  });

  it('that is disabled hands on nothing', async () => {
    const { sandbox, createPoolIn, arrived } = await forwarding();
    sandbox.bus.changeRule('forward', { isEnabled: false });

    await createPoolIn('us-east-1');

    expect(arrived()).toEqual([]);
  });

  it('hands nothing to a third bus', async () => {
    const { sandbox, createPoolIn } = await forwarding();
    sandbox.forwardRule({
      name: 'further',
      pattern,
      region: 'eu-west-1',
      bus: 'calls',
      to: { ...to, bus: 'third' },
    });
    sandbox.targetRule({ pattern, queueName: 'third', region: 'eu-west-1', bus: 'third' });

    await createPoolIn('us-east-1');

    expect(sandbox.queues.wired('third', 'eu-west-1').messages()).toEqual([]);
  });

  it('is described with the bus and the role, where it is, and the other one on its bus', async () => {
    const { config } = await forwarding();
    const there = new EventBridgeClient(config('us-east-1'));
    const home = new EventBridgeClient(config('eu-west-1'));

    const { Targets } = await there.send(new ListTargetsByRuleCommand({ Rule: 'forward' }));
    const arrived = await home.send(new DescribeRuleCommand({ Name: 'arrived', EventBusName: 'calls' }));

    expect(Targets).toMatchObject([
      { Arn: 'arn:aws:events:eu-west-1:111122223333:event-bus/calls', RoleArn: to.roleArn },
    ]);
    expect(arrived).toMatchObject({
      Arn: 'arn:aws:events:eu-west-1:111122223333:rule/calls/arrived',
      EventBusName: 'calls',
    });
    await expect(home.send(new DescribeRuleCommand({ Name: 'arrived' }))).rejects.toThrow(
      'does not exist on EventBus default',
    );
  });
});

it('an event that is put on a bus of one’s own reaches the rules there, and none on the default bus', async () => {
  const { sandbox, config } = await sandboxFixture();
  const ours = { source: ['shop'] };
  sandbox.targetRule({ pattern: ours, queueName: 'orders', region: 'eu-west-1', bus: 'shop' });
  sandbox.targetRule({ pattern: ours, queueName: 'default', region: 'eu-west-1' });

  await new EventBridgeClient(config('eu-west-1')).send(
    new PutEventsCommand({
      Entries: [{ Source: 'shop', DetailType: 'order', Detail: '{}', EventBusName: 'shop' }],
    }),
  );

  const sent = (queue: string) => sandbox.queues.wired(queue, 'eu-west-1').messages().length;
  expect([sent('orders'), sent('default')]).toEqual([1, 0]);
});

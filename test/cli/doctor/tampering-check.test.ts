import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { forwardCalls } from '../../../src/cli/deployed/forward-calls.ts';
import { rulesTold } from '../../../src/cli/deployed/rules-told.ts';
import type { DeployedParts, Forwarding } from '../../../src/cli/doctor/deployed-parts.ts';
import { tamperingCheck } from '../../../src/cli/doctor/tampering-check.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { towards } from '../../support/run-cli.ts';

const home = 'eu-west-1';
const tampering = 'arn:aws:sns:eu-west-1:111122223333:tampering';
const watch = 'cognito-lifeguard-prod-eu-west-1-forward-watch';
const told = 'cognito-lifeguard-prod-tampering-elsewhere';
const onBus = `cognito-lifeguard-prod-calls/${told}`;
const rolesUntold =
  "Nobody is told of whoever changes Lifeguard's roles: AWS records that in us-east-1 alone, which is not among regions.";

/** A deployment that looks after these Regions besides, of which something is spoilt. */
const examined = async (
  others: readonly string[],
  spoil: (bus: Sandbox['bus'], queues: Sandbox['queues']) => void = () => {},
  organization?: DeployedParts['organization'],
  stackSet: Partial<Forwarding> = {},
) => {
  const sandbox = await startSandbox();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });
  for (const [name, value] of Object.entries(towards(sandbox.url))) vi.stubEnv(name, value);
  const forwarding = { ...(await forwardCalls(sandbox, others, { tampering })), ...stackSet };
  const { rules } = JSON.parse(rulesTold(sandbox));
  spoil(sandbox.bus, sandbox.queues);
  const parts = {
    regions: [home, ...others],
    roles: { ForwardRole: 'arn:aws:iam::111122223333:role/cognito-lifeguard-prod-eu-west-1-forward' },
    key: 'arn:aws:kms:eu-west-1:111122223333:key/a-key',
  };
  return tamperingCheck(
    rules,
    { ...parts, ...(others.length > 0 && { forwarding }), ...(organization && { organization }) },
    { accountId: '111122223333', region: home },
  );
};

describe('tampering with what is in other Regions', () => {
  it('is told of where the rule there forwards it and the one at home publishes it, roles from us-east-1 too', async () => {
    expect(await examined(['us-east-1', 'ap-southeast-2'])).toMatchObject({
      state: 'ok',
      says: "Whoever changes the rules in us-east-1, ap-southeast-2, or Lifeguard's roles, is told of in eu-west-1.",
    });
  });

  it.each([
    ['gone there', (bus: Sandbox['bus']) => bus.removeRule(watch), 'us-east-1 has no rule that watches'],
    [
      'disabled there',
      (bus: Sandbox['bus']) => bus.changeRule(watch, { isEnabled: false }),
      'us-east-1 has the rule disabled that watches what is there',
    ],
    [
      'led elsewhere',
      (bus: Sandbox['bus']) => bus.changeRule(watch, { buses: [] }),
      'us-east-1 has a rule that watches what is there, but not to the bus at home',
    ],
    [
      'made to match something else',
      (bus: Sandbox['bus']) => bus.changeRule(watch, { pattern: { source: ['aws.iam'] } }),
      `us-east-1 has a rule that watches what is there with another pattern than ${onBus} was deployed with at home`,
    ],
    [
      'led to another role’s rights',
      (bus: Sandbox['bus']) =>
        bus.changeRule(watch, {
          buses: (bus.rules.find(({ name }) => name === watch)?.buses ?? []).map((to) => ({
            ...to,
            roleArn: 'arn:aws:iam::111122223333:role/another',
          })),
        }),
      'us-east-1 has a rule that watches what is there by another role than ForwardRole',
    ],
    [
      'made to match something else, as the one at home is',
      (bus: Sandbox['bus']) => {
        bus.changeRule(watch, { pattern: { source: ['matches.nothing'] } });
        bus.changeRule(told, { pattern: { source: ['matches.nothing'] } });
      },
      `us-east-1 has a rule that watches what is there with another pattern than ${onBus} was deployed with at home; ${onBus} matches something else than it was deployed to`,
    ],
    ['gone at home', (bus: Sandbox['bus']) => bus.removeRule(told), `${onBus} is gone`],
    [
      'disabled at home',
      (bus: Sandbox['bus']) => bus.changeRule(told, { isEnabled: false }),
      `${onBus} is disabled`,
    ],
    [
      'told to nobody at home',
      (bus: Sandbox['bus']) => bus.changeRule(told, { topics: [] }),
      `${onBus} does not deliver to ${tampering}`,
    ],
  ])('is wrong where a rule is %s', async (_, spoil, says) => {
    expect(await examined(['us-east-1'], spoil)).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining(says),
    });
  });

  it('is wrong where another Region holds what it could not forward, and says what to do', async () => {
    const check = await examined(['us-east-1'], (_, queues) => {
      const untold = queues.get('us-east-1', `${watch}-dead-letters`);
      if (untold) queues.send(untold, '{}');
    });

    expect(check).toMatchObject({
      state: 'wrong',
      says: `us-east-1 holds 1 message in ${watch}-dead-letters, of which nobody was told.`,
      todo: expect.stringContaining('docs/operations.md, Tampering untold'),
    });
  });

  it('is wrong where another Region has lost its queue for that', async () => {
    const check = await examined(['us-east-1'], (_, queues) => {
      queues.remove('us-east-1', `${watch}-dead-letters`);
    });

    expect(check).toMatchObject({
      state: 'wrong',
      says: `us-east-1 has no queue ${watch}-dead-letters for what can't be told.`,
    });
  });

  it('says the command that turns a rule on again, at home with its bus', async () => {
    const { todo } = await examined(['us-east-1'], (bus) => {
      bus.changeRule(watch, { isEnabled: false });
      bus.changeRule(told, { isEnabled: false });
    });

    expect(todo).toContain(`aws events enable-rule --region us-east-1 --name ${watch}`);
    expect(todo).toContain(
      `aws events enable-rule --region eu-west-1 --event-bus-name cognito-lifeguard-prod-calls --name ${told}`,
    );
  });
});

describe('a way home that is closed', () => {
  const list = 'aws cloudformation list-stack-instances --region eu-west-1 --stack-set-name';

  it.each([
    [
      'this account',
      { stackSet: 'cognito-lifeguard-prod-eu-west-1-forwarders' },
      `see why: ${list} cognito-lifeguard-prod-eu-west-1-forwarders;`,
    ],
    [
      'the organization',
      { stackSet: 'cognito-lifeguard-prod-members-forwarders', callAs: 'DELEGATED_ADMIN' },
      `see why, in the account of the centre: ${list} cognito-lifeguard-prod-members-forwarders --stack-instance-account 111122223333 --call-as DELEGATED_ADMIN;`,
    ],
    [
      'the organization, from its management account',
      { stackSet: 'cognito-lifeguard-prod-members-forwarders', callAs: 'SELF' },
      `see why, in the account of the centre: ${list} cognito-lifeguard-prod-members-forwarders --stack-instance-account 111122223333;`,
    ],
  ] as const)('is explained by the stack set of %s', async (_, stackSet, todo) => {
    expect(
      await examined(['us-east-1'], ({ removeRule }) => removeRule(watch), undefined, stackSet),
    ).toMatchObject({
      todo: expect.stringContaining(todo),
    });
  });
});

describe('tampering with what is in other Regions of a member of an organization', () => {
  const centre = { region: home, account: '999988887777', bus: 'cognito-lifeguard-prod-organization' };
  const member = {
    kind: 'member',
    bus: `arn:aws:events:${home}:${centre.account}:event-bus/${centre.bus}`,
  } as const;

  it('is told of at the centre too', async () => {
    const toBoth = (bus: Sandbox['bus']) => {
      const buses = bus.rules.find(({ name }) => name === watch)?.buses ?? [];
      bus.changeRule(watch, { buses: buses.flatMap((to) => [to, { ...to, ...centre }]) });
    };

    expect(await examined(['us-east-1'], toBoth, member)).toMatchObject({ state: 'ok' });
  });

  it('is wrong where the rule there does not tell the centre', async () => {
    expect(await examined(['us-east-1'], () => {}, member)).toMatchObject({
      state: 'wrong',
      says: 'us-east-1 has a rule that watches what is there, but not to the bus of the centre.',
    });
  });
});

describe('tampering with what is in other Regions', () => {
  it('is not known where nothing tells what the rule at home was deployed as', async () => {
    const forwarding = {
      rule: 'forward',
      bus: `arn:aws:events:${home}:111122223333:event-bus/calls`,
      busRule: `arn:aws:events:${home}:111122223333:rule/calls/forwarded`,
      watch,
      deadLetters: `${watch}-dead-letters`,
      busWatch: `arn:aws:events:${home}:111122223333:rule/calls/elsewhere`,
      stackSet: 'forwarders',
    };
    const parts = { regions: [home, 'us-east-1'], roles: {}, key: 'arn:aws:kms', forwarding };

    expect(await tamperingCheck([], parts, { accountId: '111122223333', region: home })).toMatchObject({
      state: 'unknown',
    });
  });
});

describe('tampering with roles', () => {
  it.each([[[]], [['ap-southeast-2']]])(
    'is said to be told to nobody where us-east-1 is not governed: %j besides home',
    async (others) => {
      expect(await examined(others)).toMatchObject({
        state: 'ok',
        says: expect.stringContaining(rolesUntold),
      });
    },
  );

  it('is said so beside what is wrong', async () => {
    const check = await examined(['ap-southeast-2'], (bus) => bus.removeRule(told));

    expect(check).toMatchObject({ state: 'wrong', says: `${onBus} is gone. ${rolesUntold}` });
  });
});

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { forwardCalls } from '../../../src/cli/deployed/forward-calls.ts';
import type { DeployedParts } from '../../../src/cli/doctor/deployed-parts.ts';
import { tamperingCheck } from '../../../src/cli/doctor/tampering-check.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { towards } from '../../support/run-cli.ts';

const home = 'eu-west-1';
const urgent = 'arn:aws:sns:eu-west-1:111122223333:urgent';
const watch = 'cognito-lifeguard-prod-eu-west-1-forward-watch';
const told = 'cognito-lifeguard-prod-tampering-elsewhere';
const rolesUntold =
  "Nobody is told of whoever changes Lifeguard's roles: AWS records that in us-east-1 alone, which is not among regions.";

/** A deployment that looks after these Regions besides, of which something is spoilt. */
const examined = async (
  others: readonly string[],
  spoil: (bus: Sandbox['bus']) => void = () => {},
  organization?: DeployedParts['organization'],
) => {
  const sandbox = await startSandbox();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });
  for (const [name, value] of Object.entries(towards(sandbox.url))) vi.stubEnv(name, value);
  const forwarding = await forwardCalls(sandbox, others, { urgent });
  spoil(sandbox.bus);
  const parts = {
    regions: [home, ...others],
    topics: { UrgentTopic: urgent },
    roles: { ForwardRole: 'arn:aws:iam::111122223333:role/cognito-lifeguard-prod-eu-west-1-forward' },
    key: 'arn:aws:kms:eu-west-1:111122223333:key/a-key',
  };
  return tamperingCheck(
    { ...parts, ...(others.length > 0 && { forwarding }), ...(organization && { organization }) },
    home,
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
      `us-east-1 has a rule that watches what is there with another pattern than ${told} at home`,
    ],
    ['gone at home', (bus: Sandbox['bus']) => bus.removeRule(told), `${told} is gone`],
    [
      'disabled at home',
      (bus: Sandbox['bus']) => bus.changeRule(told, { isEnabled: false }),
      `${told} is disabled`,
    ],
    [
      'told to nobody at home',
      (bus: Sandbox['bus']) => bus.changeRule(told, { topics: [] }),
      `${told} has no target that is our urgent topic`,
    ],
  ])('is wrong where a rule is %s', async (_, spoil, says) => {
    expect(await examined(['us-east-1'], spoil)).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining(says),
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

    expect(check).toMatchObject({ state: 'wrong', says: `${told} is gone. ${rolesUntold}` });
  });
});

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { rulesCheck } from '../../../src/cli/doctor/rules-check.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { towards } from '../../support/run-cli.ts';

const region = 'eu-west-1';
const tampering = 'cognito-lifeguard-prod-tampering-trails';

/** A rule on tampering, which delivers to something of this name. */
const examined = async (target: string, isEnabled = true) => {
  const sandbox = await startSandbox();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });
  for (const [name, value] of Object.entries(towards(sandbox.url))) vi.stubEnv(name, value);
  sandbox.targetRule({ name: tampering, queueName: target, region, pattern: { source: ['aws.cloudtrail'] } });
  sandbox.bus.changeRule(tampering, { isEnabled });
  const topics = { UrgentTopic: `arn:aws:sns:${region}:111122223333:urgent` };
  return (...tamperingRules: string[]) =>
    rulesCheck({ rules: {}, queues: {}, topics, tamperingRules }, region);
};

describe('the rules on tampering', () => {
  it('are right where they are enabled and deliver to the urgent topic', async () => {
    const check = await examined('urgent');

    expect(await check(tampering)).toMatchObject({
      state: 'ok',
      says: 'All 1 rules are enabled and have targets.',
    });
  });

  it.each([
    ['gone', 'urgent', true, 'another-rule', 'another-rule is gone.'],
    ['disabled', 'urgent', false, tampering, `${tampering} is disabled.`],
    [
      'led elsewhere',
      'another-topic',
      true,
      tampering,
      `${tampering} has no target that is our urgent topic.`,
    ],
  ])('are wrong where one is %s', async (_, target, isEnabled, rule, says) => {
    const check = await examined(target, isEnabled);

    expect(await check(rule)).toMatchObject({ state: 'wrong', says });
  });
});

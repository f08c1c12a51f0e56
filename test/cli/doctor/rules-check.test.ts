import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inputDigest } from '../../../src/cli/doctor/input-digest.ts';
import { rulesCheck } from '../../../src/cli/doctor/rules-check.ts';
import type { DeployedRule } from '../../../src/cli/doctor/rules-part.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { towards } from '../../support/run-cli.ts';

const region = 'eu-west-1';
const stage = 'prod';
const calls = 'cognito-lifeguard-prod-CognitoCallsRule-1A2B3C4D5E6F';
const told = 'cognito-lifeguard-prod-tampering-elsewhere';
const bus = 'cognito-lifeguard-prod-calls';
const arn = (service: string, name: string) => `arn:aws:${service}:${region}:111122223333:${name}`;
const queue = arn('sqs', 'pool-changes');
const pattern = { source: ['aws.cognito-idp'], detail: { eventName: [{ prefix: 'UpdateUserPool' }] } };

/** What was deployed: the members of an object of AWS's stand in any order. */
const deployed: readonly DeployedRule[] = [
  {
    rule: calls,
    pattern: { detail: { eventName: [{ prefix: 'UpdateUserPool' }] }, source: ['aws.cognito-idp'] },
    targets: [{ arn: queue }],
  },
  { rule: 'SweepSchedule', schedule: 'rate(1 hour)', targets: [{ arn: arn('sqs', 'sweeps') }] },
  { rule: `${bus}/${told}`, pattern, targets: [{ arn: arn('sns', 'urgent') }] },
];

/** These rules as they stand, of which something is spoilt. */
const standing = async (spoil: (sandbox: Sandbox) => void = () => {}) => {
  const sandbox = await startSandbox({ homeRegion: region });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });
  for (const [name, value] of Object.entries(towards(sandbox.url))) vi.stubEnv(name, value);
  sandbox.queues.create(region, 'pool-changes');
  sandbox.queues.create(region, 'sweeps');
  sandbox.targetRule({ name: calls, queueName: 'pool-changes', region, pattern });
  sandbox.targetRule({ name: 'SweepSchedule', queueName: 'sweeps', region, schedule: 'rate(1 hour)' });
  sandbox.publishRule({ name: told, region, bus, pattern, topicArn: arn('sns', 'urgent') });
  spoil(sandbox);
};

const check = (rules: readonly DeployedRule[] | undefined = deployed) => rulesCheck(rules, { stage }, region);

describe('the rules', () => {
  it('are right where they stand as they were deployed, on whatever bus', async () => {
    await standing();

    expect(await check()).toMatchObject({
      state: 'ok',
      says: 'All 3 rules are enabled, with the patterns and targets that they were deployed with.',
    });
  });

  it.each<[string, (sandbox: Sandbox) => void, string]>([
    ['gone', ({ bus: { removeRule } }) => removeRule(calls), `${calls} is gone.`],
    [
      'disabled',
      ({ bus: { changeRule } }) => changeRule(calls, { isEnabled: false }),
      `${calls} is disabled.`,
    ],
    [
      'made to match nothing',
      ({ bus: { changeRule } }) => changeRule(calls, { pattern: { source: ['matches.nothing'] } }),
      `${calls} matches something else than it was deployed to.`,
    ],
    [
      'made to deliver to the same name in another account',
      ({ bus: { changeRule, rules } }) =>
        changeRule(calls, {
          queues: (rules[0]?.queues ?? []).map((own) => ({
            ...own,
            arn: queue.replace('111122223333', '444455556666'),
          })),
        }),
      `${calls} does not deliver to ${queue}.`,
    ],
    [
      'made to deliver to the same name of another service',
      ({ bus: { changeRule } }) =>
        changeRule(calls, { queues: [], topics: [queue.replace(':sqs:', ':sns:')] }),
      `${calls} does not deliver to ${queue}.`,
    ],
    [
      'made to hand on a text of somebody’s',
      ({ bus: { changeRule } }) => changeRule(calls, { input: '{}' }),
      `${calls} hands ${queue} something else than it was deployed to.`,
    ],
    [
      'disabled and led elsewhere on another bus',
      ({ bus: { changeRule } }) => changeRule(told, { isEnabled: false, topics: [] }),
      `${bus}/${told} is disabled and does not deliver to ${arn('sns', 'urgent')}.`,
    ],
  ])('are wrong where one is %s', async (_, spoil, says) => {
    await standing(spoil);

    expect(await check()).toMatchObject({ state: 'wrong', says });
  });

  it('are wrong where one runs by another schedule', async () => {
    await standing();
    const [, sweeps] = deployed as [DeployedRule, DeployedRule];

    expect(await check([{ ...sweeps, schedule: 'rate(2 hours)' }])).toMatchObject({
      state: 'wrong',
      says: 'SweepSchedule runs by another schedule than it was deployed with.',
    });
  });

  it('may hand on the text that they were deployed with, and no other', async () => {
    await standing(({ bus: { changeRule } }) => changeRule(calls, { input: '{"roll":"call"}' }));
    const handing = (Input: string) => [
      { rule: calls, pattern, targets: [{ arn: queue, input: inputDigest({ Input }) }] },
    ];

    expect(await check(handing('{"roll":"call"}'))).toMatchObject({ state: 'ok' });
    expect(await check(handing('{}'))).toMatchObject({ state: 'wrong' });
  });

  it('may have targets of somebody’s besides', async () => {
    await standing(({ bus: { changeRule } }) => changeRule(calls, { topics: [arn('sns', 'somebodys')] }));

    expect(await check()).toMatchObject({ state: 'ok' });
  });

  it('say the commands that turn them on again, those on another bus with it', async () => {
    await standing(({ bus: { changeRule } }) => {
      changeRule(calls, { isEnabled: false });
      changeRule(told, { isEnabled: false });
    });

    expect(await check()).toMatchObject({
      todo: `aws events enable-rule --region ${region} --name ${calls}; aws events enable-rule --region ${region} --event-bus-name ${bus} --name ${told}; and ask who disabled it.`,
    });
  });

  it('are not known where nothing tells what they were deployed as', async () => {
    expect(await rulesCheck(undefined, { stage }, region)).toMatchObject({ state: 'unknown' });
  });

  it('that take what other Regions forward are left to the checks of those', async () => {
    await standing(({ bus: { removeRule } }) => removeRule(told));
    const forwarding = {
      rule: 'forward',
      bus: arn('events', `event-bus/${bus}`),
      busRule: arn('events', `rule/${bus}/forwarded`),
      watch: 'forward-watch',
      deadLetters: 'forward-watch-dead-letters',
      busWatch: arn('events', `rule/${bus}/${told}`),
      stackSet: 'forwarders',
    };

    expect(await rulesCheck(deployed, { stage, forwarding }, region)).toMatchObject({
      state: 'ok',
      says: expect.stringContaining('All 2 rules'),
    });
  });
});

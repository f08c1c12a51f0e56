import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { deployedRules } from '../../../src/cli/doctor/deployed-rules.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { towards } from '../../support/run-cli.ts';

const region = 'eu-west-1';
const rule = (name: string, rest: object = {}) => ({ rule: name, targets: [{ arn: 'an-arn' }], ...rest });
const part = (of: number, ...rules: readonly object[]) => JSON.stringify({ of, rules });

/** What a deployment tells that has these parameters, `rules-1` first. */
const toldBy = async (...parameters: readonly string[]) => {
  const sandbox = await startSandbox();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });
  for (const [name, value] of Object.entries(towards(sandbox.url))) vi.stubEnv(name, value);
  for (const [index, text] of parameters.entries())
    sandbox.parameters.put(`/cognito-lifeguard/prod/rules-${index + 1}`, 'String', text, region);
  return deployedRules({ stage: 'prod', region });
};

describe('the rules of a deployment', () => {
  it('are read from as many parameters as there are', async () => {
    const pattern = { source: ['aws.cognito-idp'] };

    expect(await toldBy(part(2, rule('calls', { pattern })), part(2, rule('bus/news')))).toEqual([
      rule('calls', { pattern }),
      rule('bus/news'),
    ]);
  });

  it('may have more to them, by a later version', async () => {
    expect(await toldBy(part(1, rule('calls', { retries: 185 })))).toEqual([rule('calls')]);
  });

  it.each([
    ['by a version before this one', []],
    ['since a parameter is gone', [part(2, rule('calls'))]],
    ['by a later version in another form', ['{"rules":"elsewhere"}']],
    ['since somebody wrote garbage', ['garbage']],
    ['since somebody wrote that there are none', [part(1)]],
    ['since somebody wrote that there is no end to them', [part(1_000_000, rule('calls'))]],
  ])('are not told %s', async (_, parameters) => {
    expect(await toldBy(...parameters)).toBeUndefined();
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import LifeguardPlugin from '../../build/serverless-plugin.ts';
import { stageMistakes } from '../../build/stage-mistakes.ts';
import { aTrail, type Trail } from '../../src/sandbox/cloudtrail/trails.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { defaultParameters } from './default-parameters.ts';

/** The plugin as the framework would have it in a deployment to eu-west-1, and what it printed at the end. */
const deploying = async (given: object, trails: readonly Trail[] = [], command = 'deploy') => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  sandbox.trails.set(trails);
  const printed: string[] = [];
  const plugin = new LifeguardPlugin({
    service: {
      service: 'cognito-lifeguard',
      provider: { stage: 'staging', region: 'eu-west-1' },
      custom: { parameters: { ...defaultParameters, ...given } },
      resources: {
        Resources: Object.fromEntries(
          ['CognitoCallsRule', 'WebAclRule'].map((rule) => [rule, { Properties: { EventPattern: {} } }]),
        ),
        Outputs: {},
      },
      functions: { onNotice: { environment: {} }, onSweep: { environment: {} } },
      package: {},
    },
    serviceDir: '.',
    processedInput: { commands: [command], options: {} },
    addServiceOutputSection: (_, lines) => printed.push(...lines),
    getProvider: () => ({
      getAwsSdkV3Config: async () => ({
        endpoint: sandbox.url,
        region: 'eu-west-1',
        credentials: { accessKeyId: 'AKIADEPLOYER', secretAccessKey: 'sandbox' },
      }),
    }),
    classes: { Error },
  });
  return { hooks: plugin.hooks, printed, sandbox };
};

const doctor = 'To see whether all of it works: npx lifeguard doctor --region eu-west-1 --stage staging';

describe('before a deployment', () => {
  it('a trail that logs already stands in the way of another one', async () => {
    const { hooks } = await deploying({ createTrail: 'true' }, [aTrail({ name: 'audit' })]);

    await expect(hooks['before:deploy:deploy']?.()).rejects.toThrow(
      /createTrail: the trail audit .* logs .* already.*\. Nothing was deployed\.$/,
    );
  });

  it('stands in nobody’s way who asks for none', async () => {
    const { hooks } = await deploying({}, [aTrail({ name: 'audit' })]);

    await expect(hooks['before:deploy:deploy']?.()).resolves.toBeUndefined();
  });
});

describe('a shell that leads to a sandbox', () => {
  const sandboxed = (): void => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:4599';
    onTestFinished(() => {
      delete process.env.AWS_ENDPOINT_URL;
    });
  };

  it('deploys nothing, and is told how it leads to AWS again', async () => {
    const { hooks } = await deploying({});
    sandboxed();

    await expect(hooks.initialize?.()).rejects.toThrow(/unset AWS_ENDPOINT_URL/);
  });

  it('packages all the same: that asks nobody', async () => {
    const { hooks } = await deploying({}, [], 'package');
    sandboxed();

    await expect(hooks.initialize?.()).resolves.toBeUndefined();
  });
});

describe('packaging', () => {
  it('asks AWS nothing, whatever trails there are', async () => {
    const { hooks, sandbox } = await deploying({ createTrail: 'true' }, [aTrail({ name: 'audit' })]);

    // Not the build of the functions, which has its own tests and takes its time.
    for (const name of [
      'before:package:initialize',
      'after:aws:package:finalize:mergeCustomProviderResources',
    ])
      await hooks[name]?.();

    expect(sandbox.calls).toEqual([]);
  });
});

describe('after a deployment', () => {
  it('doctor is pointed to', async () => {
    const { hooks, printed } = await deploying({}, [aTrail()]);

    await hooks['after:deploy:finalize']?.();

    expect(printed).toEqual([doctor]);
  });

  it('a warning stands before that where no trail logs', async () => {
    const { hooks, printed } = await deploying({});

    await hooks['after:deploy:finalize']?.();

    expect(printed).toEqual([
      expect.stringMatching(/^warning: No trail logs management events that write in eu-west-1/),
      doctor,
    ]);
  });
});

describe('a stage', () => {
  it.each(['a-stage-with-a-long-name', 'under_score', ''])('named "%s" is refused', (stage) => {
    expect(stageMistakes(stage)).toEqual([`stage: "${stage}" is not 1 to 16 letters, digits and hyphens`]);
  });

  it.each(['prod', 'staging-2', 'SIXTEEN-LETTERS-'])('named "%s" is taken', (stage) => {
    expect(stageMistakes(stage)).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { buildFunctions } from '../../build/build-functions.ts';
import type { FunctionBundle } from '../../build/function-bundle.ts';
import { scratch, type Variants } from './packaged.ts';
import { properties } from './template.ts';

const functions = [
  ['onPoolChange', 'on-pool-change', 'OnPoolChangeLambdaFunction'],
  ['onSweep', 'on-sweep', 'OnSweepLambdaFunction'],
  ['onNotice', 'on-notice', 'OnNoticeLambdaFunction'],
] as const;

export const zipFacts = (variants: () => Variants): void => {
  const bundles = new Map<string, FunctionBundle>();

  beforeAll(async () => {
    const { bundles: built } = await buildFunctions('policies', mkdtempSync(join(scratch, 'functions-')));
    for (const [index, [, name]] of functions.entries()) bundles.set(name, built[index] as FunctionBundle);
  });

  test.each(functions)("%s's zip is smaller than a megabyte", (key) => {
    for (const { sizes } of Object.values(variants())) expect(sizes[key]).toBeLessThan(1_000_000);
  });

  test.each(functions)("%s's zip holds its bundle and nothing else", (key, name) => {
    expect(Object.keys(variants().plain.zips[key] ?? {})).toEqual([`dist/functions/${name}.mjs`]);
  });

  test.each(functions)('%s is the same, byte for byte, when it is built again elsewhere', (key, name) => {
    const again = readFileSync(bundles.get(name)?.file ?? '', 'utf8');

    expect(variants().plain.zips[key]?.[`dist/functions/${name}.mjs`] === again).toBe(true);
    expect(variants().full.zips[key]?.[`dist/functions/${name}.mjs`] === again).toBe(true);
  });

  test.each(functions)('%s bundles no sandbox, no command line, no YAML and no schema library', (_, name) => {
    const inputs = bundles.get(name)?.inputs ?? [];

    expect(inputs).toContain(`src/handlers/deployed/${name}.ts`);
    expect(inputs.filter((input) => /^src\/(sandbox|cli)\/|node_modules\/(yaml|zod)\//.test(input))).toEqual(
      [],
    );
  });

  test.each(functions)("%s takes credentials from the environment, without the SDK's chain", (_, name) => {
    const inputs = bundles.get(name)?.inputs ?? [];

    expect(inputs).toContain('build/credentials-from-environment.ts');
    expect(inputs.filter((input) => /credential-provider-(node|ini|sso|process)\//.test(input))).toEqual([]);
  });

  // on-notice has a client for each of its channels, on-sweep one for stack sets; nobody's fix waits for their cold start.
  test.each([
    ['onPoolChange', 'on-pool-change', 350],
    ['onSweep', 'on-sweep', 350],
    ['onNotice', 'on-notice', 550],
  ])('%s stays, as %s, under %i KB', (key, name, most) => {
    expect(variants().plain.zips[key]?.[`dist/functions/${name}.mjs`]?.length).toBeLessThan(most * 1000);
  });

  test('a function whose requests would go elsewhere than to AWS does not start', () => {
    const file = join(mkdtempSync(join(scratch, 'zip-')), 'on-pool-change.mjs');
    writeFileSync(file, variants().plain.zips.onPoolChange?.['dist/functions/on-pool-change.mjs'] ?? '');

    const said = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `await import(${JSON.stringify(pathToFileURL(file).href)}).catch(({ message }) => process.stdout.write(message));`,
      ],
      { env: { AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SQS: 'https://example.com' } },
    ).toString();

    expect(said).toContain('AWS_ENDPOINT_URL_SQS is set, which sends requests elsewhere than to AWS');
  });

  test.each(functions)(
    '%s loads from its zip and exports the handler that the template names',
    (key, name, lambda) => {
      const { Handler, Environment } = properties(variants().plain.template, lambda);
      const folder = mkdtempSync(join(scratch, 'zip-'));
      const file = join(folder, `${name}.mjs`);
      writeFileSync(file, variants().plain.zips[key]?.[`dist/functions/${name}.mjs`] ?? '');
      const stood = (value: unknown): string =>
        typeof value === 'string'
          ? value
          : /Topic|Arn|:sns:/.test(JSON.stringify(value))
            ? 'arn:aws:sns:eu-west-1:111122223333:notices'
            : 'https://sqs.eu-west-1.amazonaws.com/111122223333/notices';
      const env = Object.fromEntries(
        Object.entries(Environment.Variables).map(([variable, value]) => [variable, stood(value)]),
      );

      const kind = execFileSync(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)}); process.stdout.write(typeof handler);`,
        ],
        {
          env: {
            ...env,
            AWS_REGION: 'eu-west-1',
            AWS_ACCESS_KEY_ID: 'AKIATEST',
            AWS_SECRET_ACCESS_KEY: 'test',
          },
        },
      ).toString();

      expect(Handler).toBe(`dist/functions/${name}.handler`);
      expect(kind).toBe('function');
    },
  );
};

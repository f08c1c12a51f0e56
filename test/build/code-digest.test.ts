import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { codeDigest } from '../../build/code-digest.ts';

/** A bundle of two files, by names from the repository on, with another text in the second where one is given. */
const aBundle = async (text = 'export const two = 2;') => {
  const folder = mkdtempSync(join(tmpdir(), 'lifeguard-digest-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const inputs = [join(folder, 'one.ts'), join(folder, 'two.ts')];
  await writeFile(inputs[0] ?? '', 'export const one = 1;');
  await writeFile(inputs[1] ?? '', text);
  return { folder, inputs: inputs.map((input) => relative(process.cwd(), input)) };
};

test('is the same for the same files, in whichever order and however many functions have them', async () => {
  const { inputs } = await aBundle();
  const backwards = inputs.toReversed();

  const one = await codeDigest([{ file: 'a', inputs }]);

  expect(one).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(await codeDigest([{ file: 'a', inputs: backwards }])).toBe(one);
  expect(
    await codeDigest([
      { file: 'a', inputs },
      { file: 'b', inputs: backwards },
    ]),
  ).toBe(one);
});

test('is another where a file has another text', async () => {
  const { folder, inputs } = await aBundle();
  const before = await codeDigest([{ file: 'a', inputs }]);

  await writeFile(join(folder, 'two.ts'), 'export const two = 3;');

  expect(await codeDigest([{ file: 'a', inputs }])).not.toBe(before);
});

test('leaves out what a build makes: the policies have a digest of their own', async () => {
  const { inputs } = await aBundle();

  expect(await codeDigest([{ file: 'a', inputs: [...inputs, 'compiled-policies:lifeguard:policies'] }])).toBe(
    await codeDigest([{ file: 'a', inputs }]),
  );
});

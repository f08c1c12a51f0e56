import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { policiesIn } from '../../src/cli/policies.ts';

it('tells the mistakes of a policy file whose name and text would paint the terminal, one line each', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'floor\u001b[2J\u202e\n.yaml'), 'name: floor\n"\u009b31m\u00ad": 1\n');

  const message = await policiesIn(folder).then(
    () => 'no mistake was found',
    (error: Error) => error.message,
  );

  expect(message).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(message).toContain('floor\\u001b[2J\\u202e⏎.yaml:');
  for (const line of message.split('\n')) expect(line).toMatch(/:\d+:\d+: ./);
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { firstFiles } from '../../../src/cli/init/first-files.ts';
import { writeFirstFiles } from '../../../src/cli/init/write-first-files.ts';
import { loadPolicies } from '../../../src/policy/load-policies.ts';
import { aFolderWith } from '../a-cli-world.ts';

const emptyFolder = () => aFolderWith({}, onTestFinished);

describe('the files that a folder of policies begins with', () => {
  it.each(['notify', 'remediate'] as const)('are valid in mode %s, without a warning', async (mode) => {
    const folder = await emptyFolder();

    await writeFirstFiles(folder, await firstFiles({ mode }));

    const loaded = await loadPolicies(folder);
    expect(loaded).toMatchObject({ kind: 'policies', warnings: [] });
    const rules =
      loaded.kind === 'policies' ? loaded.policies.policies.flatMap((policy) => policy.rules) : [];
    expect(rules.find(({ id }) => id === 'password-minimum-length')?.mode).toBe(mode);
    expect(rules.find(({ id }) => id === 'deletion-protection')?.mode).toBe('notify');
  });

  it.each(['exemptions.yaml', 'owners.yaml'])(
    'have an example in %s that is right once it is no comment',
    async (name) => {
      const folder = await emptyFolder();
      await writeFirstFiles(folder, await firstFiles({ mode: 'notify' }));
      const text = await readFile(join(folder, name), 'utf8');
      const example = text
        .split('\n')
        .filter((line) => /^# ( |\w+:$)/.test(line))
        .map((line) => line.slice(2));
      await writeFile(join(folder, name), example.join('\n'));

      const loaded = await loadPolicies(folder);

      expect(example.length).toBeGreaterThan(5);
      expect(loaded).toMatchObject({ kind: 'policies' });
      expect(
        loaded.kind === 'policies' && [...loaded.policies.exemptions, ...loaded.policies.owners],
      ).toHaveLength(1);
    },
  );
});

describe('writing them', () => {
  it('overwrites nothing', async () => {
    const folder = await aFolderWith({ 'owners.yaml': 'mine', 'policy.schema.json': '{}' }, onTestFinished);

    const { written, left } = await writeFirstFiles(folder, await firstFiles({ mode: 'notify' }));

    expect(left).toEqual(['owners.yaml', 'policy.schema.json']);
    expect(written.map(({ name }) => name)).toEqual([
      'baseline.yaml',
      'exemptions.yaml',
      'owners.schema.json',
    ]);
    expect(await readFile(join(folder, 'owners.yaml'), 'utf8')).toBe('mine');
  });

  it('puts no baseline beside somebody’s own policy', async () => {
    const folder = await aFolderWith({ 'ours.yaml': 'mine' }, onTestFinished);

    const { written, left } = await writeFirstFiles(folder, await firstFiles({ mode: 'notify' }));

    expect(left).toEqual(['ours.yaml']);
    expect(written.map(({ name }) => name)).not.toContain('baseline.yaml');
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nextCommands } from '../../../src/cli/init/next-commands.ts';
import { whereToDeploy } from '../../../src/cli/init/where-to-deploy.ts';

/** A folder of the package: of a clone, where the deployment's own files are there. */
const aRoot = async ({ isClone = true } = {}): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'build'));
  if (isClone) await writeFile(join(root, 'build', 'serverless-plugin.ts'), '');
  return root;
};

const deployment = (folder: string, current: string, root: string): readonly string[] =>
  nextCommands(
    folder,
    { mode: 'notify', emails: ['security@example.com'], regions: ['eu-west-1'] },
    { call: 'npx lifeguard', ...whereToDeploy(folder, current, root) },
  ).slice(2);

const deploy =
  'npx serverless deploy --region eu-west-1 --param=mode=notify --param=emails=security@example.com';

describe('how policies are deployed', () => {
  it('from the clone that one is in, by its own folder without naming it', async () => {
    const root = await aRoot();

    expect(deployment('./policies', root, root)).toEqual([deploy]);
    expect(deployment('own', root, root)).toEqual([`${deploy} --param=policies=own`]);
  });

  it('from the clone that one isn’t in, by the whole path of the folder', async () => {
    const root = await aRoot();

    expect(deployment('policies', '/home/ada', root)).toEqual([
      `cd ${root}`,
      `${deploy} --param=policies=/home/ada/policies`,
    ]);
  });

  it('from a clone of one’s own, where the package is installed without one', async () => {
    const root = await aRoot({ isClone: false });

    expect(deployment('policies', root, root)).toEqual([
      'cd CLONE',
      `${deploy} --param=policies=${root}/policies`,
    ]);
  });
});

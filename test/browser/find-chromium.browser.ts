import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findChromium, howToInstall } from './find-chromium.ts';

const aFolderWith = (name: string, mode: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lifeguard-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), '');
  chmodSync(join(folder, name), mode);
  return folder;
};

it.each(['chromium', 'chromium-browser', 'google-chrome'])('finds %s on the PATH', (name) => {
  const folder = aFolderWith(name, 0o755);

  expect(findChromium(['/nonexistent', folder].join(delimiter))).toBe(join(folder, name));
});

it('takes nothing that can’t be run', () => {
  const folder = aFolderWith('chromium', 0o644);

  expect(findChromium(folder)).not.toBe(join(folder, 'chromium'));
});

it('says how to install one', () => {
  expect(howToInstall).toContain('apt-get install -y --no-install-recommends chromium');
});

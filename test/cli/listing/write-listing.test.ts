import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeListing } from '../../../src/cli/listing/write-listing.ts';

const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-listing-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  vi.spyOn(console, 'error').mockReturnValue();
  return folder;
};

const permissionsOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

describe('what is written to a file', () => {
  it('goes into a pipe, which stays one', async () => {
    const pipe = join(await aFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const read = readFile(pipe, 'utf8');

    await writeListing('whole', pipe);

    expect(await read).toBe('whole\n');
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });

  it('takes the place of a link, and not of the file that it leads to', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'other'), 'as it was');
    await symlink(join(folder, 'other'), join(folder, 'report'));

    await writeListing('whole', join(folder, 'report'));

    expect(await readFile(join(folder, 'report'), 'utf8')).toBe('whole\n');
    expect(await readFile(join(folder, 'other'), 'utf8')).toBe('as it was');
  });

  it('permits nobody what the file before it did not', async () => {
    const file = join(await aFolder(), 'report');
    await writeFile(file, 'as it was');
    await chmod(file, 0o600);

    await writeListing('whole', file);

    expect(await permissionsOf(file)).toBe(0o600);
  });

  it('is its owner’s alone where that is asked for, whatever was there', async () => {
    const file = join(await aFolder(), 'request.json');
    await writeFile(file, 'as it was');
    await chmod(file, 0o644);

    await writeListing('whole', file, { mode: 0o600 });

    expect(await permissionsOf(file)).toBe(0o600);
  });
});

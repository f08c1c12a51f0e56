import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDeclared } from '../../../src/cli/declared-files/read-declared.ts';
import { aFolderWith } from '../a-cli-world.ts';

const taken = async (path: string, largest: number): Promise<string[]> => {
  const texts: string[] = [];
  await readDeclared([path], largest, (text) => {
    texts.push(text);
    return { kind: 'pools', pools: [], notes: [] };
  });
  return texts;
};

describe('a file that declares pools', () => {
  it('is read up to its last byte', async () => {
    const file = join(await aFolderWith({ 'template.yaml': '12345678' }, onTestFinished), 'template.yaml');

    expect(await taken(file, 8)).toEqual(['12345678']);
    await expect(taken(file, 7)).rejects.toThrow('This file has 8 bytes, and at most 7 are read.');
  });

  it('is no device that goes on without end', async () => {
    await expect(taken('/dev/zero', 1000)).rejects.toThrow('This file goes on after 1000 bytes');
  });
});

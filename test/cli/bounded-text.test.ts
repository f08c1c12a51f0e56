import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { boundedText } from '../../src/cli/bounded-text.ts';
import { aFolderWith } from './a-cli-world.ts';

const aFile = async (text: string): Promise<string> =>
  join(await aFolderWith({ file: text }, onTestFinished), 'file');

describe('boundedText', () => {
  it('reads a file up to its last byte', async () => {
    const file = await aFile('12345678');

    expect(await boundedText(file, 8)).toEqual({ text: '12345678' });
    expect(await boundedText(file, 7)).toEqual({ problem: 'This file has 8 bytes, and at most 7 are read.' });
  });

  it('leaves a byte order mark out', async () => {
    expect(await boundedText(await aFile('\uFEFF{}'), 100)).toEqual({ text: '{}' });
  });

  it('ends with a device that goes on without end', async () => {
    expect(await boundedText('/dev/zero', 1000)).toEqual({
      problem: 'This file goes on after 1000 bytes, which is all that is read.',
    });
  });

  it('ends with a stream that goes on without end', async () => {
    let taken = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          taken += 1;
          yield Buffer.from('12345678');
        }
      })(),
    );

    expect(await boundedText(endless, 20)).toHaveProperty('problem');
    expect(taken).toBeLessThan(100);
  });

  it.each([
    ['a folder', '.', 'This is a folder; name the file in it.'],
    ['nothing', 'nowhere.json', 'There is no such file.'],
  ])('says what stands in the place of a file: %s', async (_, path, problem) => {
    expect(await boundedText(path, 100)).toEqual({ problem });
  });

  it('says that bytes are no text', async () => {
    expect(await boundedText(Readable.from([Buffer.from([0xff, 0xfe])]), 100)).toEqual({
      problem: "This file isn't text in UTF-8.",
    });
  });
});

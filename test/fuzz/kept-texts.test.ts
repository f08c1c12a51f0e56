import { describe, expect, it } from 'vitest';
import { textsIn } from './folders.ts';
import { type ReaderName, readerNames, readers } from './readers/readers.ts';
import { watchPrototypes } from './watched/prototypes.ts';

const crashes = (
  await Promise.all(
    readerNames.map(async (name) =>
      [...(await textsIn('crashes', name))].map(([file, text]): [ReaderName, string, string] => [
        name,
        file.replace(/\.txt$/, '').replaceAll('-', ' '),
        text,
      ]),
    ),
  )
).flat();

describe('what others wrote', () => {
  it.each(readerNames)('is read, or its mistakes are told: the corpus of %s', async (name) => {
    const changed = watchPrototypes();
    const { read } = await readers[name]();
    const texts = await textsIn('corpus', name);

    for (const [file, text] of texts) await expect(read(text), file).resolves.toBeUndefined();

    expect(texts.size).toBeGreaterThan(0);
    expect(changed()).toEqual([]);
  });

  it.each(crashes)('breaks nothing any more: %s, %s', async (name, _, text) => {
    const { read } = await readers[name]();

    await expect(read(text)).resolves.toBeUndefined();
  });
});

import { folderOf, keepTexts, textsIn } from './folders.ts';
import { type ReaderName, readers } from './readers/readers.ts';
import { blockOf } from './watched/reached.ts';
import { watchedProcess } from './watched/watched-process.ts';

/** In characters. Longer texts are not worth their place in the repository. */
const longest = 4096;

/**
 * Keeps in the repository the short texts, of those that it has and of those that grew, that reach code which no seed and no
 * shorter one reaches. How often code runs doesn't count: the suite reads them all.
 */
export const keepCorpus = async (name: ReaderName, print: (line: string) => void): Promise<void> => {
  const { seeds } = await readers[name]();
  const guided = watchedProcess(name, 'guided');
  const reached = new Set<number>();
  const reachesMore = async (text: string): Promise<boolean> => {
    const reading = await guided.read(text);
    if (reading.kind === 'broken') return false;
    const before = reached.size;
    for (const feature of reading.features) reached.add(blockOf(feature));
    return reached.size > before;
  };
  for (const text of await seeds()) await reachesMore(text);
  const candidates = [...(await textsIn('corpus', name)).values(), ...(await textsIn('grown', name)).values()]
    .filter(({ length }) => length <= longest)
    .sort((left, right) => left.length - right.length);
  const kept: string[] = [];
  for (const text of candidates) if (await reachesMore(text)) kept.push(text);
  guided.close();
  await keepTexts('corpus', name, kept);
  print(`${name}: ${kept.length} texts of ${candidates.length} in ${folderOf('corpus', name)}`);
};

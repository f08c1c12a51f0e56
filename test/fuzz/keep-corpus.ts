import { folderOf, keepTexts, textsIn } from './folders.ts';
import { type ReaderName, readers } from './readers/readers.ts';
import { blockOf } from './watched/reached.ts';
import { watchedProcess } from './watched/watched-process.ts';

/** In characters. Longer texts are not worth their place in the repository. */
const longest = 2048;

interface Candidate {
  readonly text: string;
  readonly blocks: ReadonlySet<number>;
}

/**
 * Keeps in the repository few short texts, of those that it has and of those that grew, that together reach what any of them
 * reaches and no seed does. How often code runs doesn't count: the suite reads them all.
 */
export const keepCorpus = async (name: ReaderName, print: (line: string) => void): Promise<void> => {
  const { seeds } = await readers[name]();
  const guided = watchedProcess(name, 'guided');
  const blocksOf = async (text: string): Promise<readonly number[]> => {
    const reading = await guided.read(text);
    return reading.kind === 'read' ? Array.from(reading.features, blockOf) : [];
  };
  const reached = new Set<number>();
  for (const text of await seeds()) for (const block of await blocksOf(text)) reached.add(block);
  const texts = [...(await textsIn('corpus', name)).values(), ...(await textsIn('grown', name)).values()];
  const candidates: Candidate[] = [];
  for (const text of texts)
    if (text.length <= longest) {
      const blocks = (await blocksOf(text)).filter((block) => !reached.has(block));
      if (blocks.length > 0) candidates.push({ text, blocks: new Set(blocks) });
    }
  guided.close();
  const kept = fewest(candidates);
  await keepTexts('corpus', name, kept);
  print(`${name}: ${kept.length} texts of ${texts.length} in ${folderOf('corpus', name)}`);
};

/** Takes the one that adds most again and again, of several the shortest. */
const fewest = (candidates: readonly Candidate[]): readonly string[] => {
  const left = candidates.toSorted((one, other) => one.text.length - other.text.length);
  const reached = new Set<number>();
  const added = ({ blocks }: Candidate): number => [...blocks].filter((block) => !reached.has(block)).length;
  const kept: string[] = [];
  for (;;) {
    const best = left.reduce<{ candidate?: Candidate; adds: number }>(
      (most, candidate) => {
        const adds = added(candidate);
        return adds > most.adds ? { candidate, adds } : most;
      },
      { adds: 0 },
    );
    if (!best.candidate) return kept;
    kept.push(best.candidate.text);
    for (const block of best.candidate.blocks) reached.add(block);
  }
};

import { chanceOf } from '../faults/world/chance.ts';
import { corpusOf } from './corpus.ts';
import { type Defect, defectsOf } from './defects.ts';
import { folderOf, keepTexts, textsIn } from './folders.ts';
import { longestRead } from './judge-text.ts';
import { mutate } from './mutations/mutate.ts';
import { type ReaderName, readers } from './readers/readers.ts';
import { watchedProcess } from './watched/watched-process.ts';
import { wordsIn } from './words-in.ts';

export interface FuzzOptions {
  readonly minutes: number;
  readonly seed: number;
  readonly print: (line: string) => void;
}

/** Milliseconds between lines that say how far it is. */
const lineEvery = 30_000;

/**
 * Gives a reader texts made of others, so long, and builds on those that reach something new.
 * @returns the defects that were found, each once
 */
export const fuzzReader = async (
  name: ReaderName,
  { minutes, seed, print }: FuzzOptions,
): Promise<readonly Defect[]> => {
  const { seeds, parts } = await readers[name]();
  const [own, kept, grown] = [await seeds(), await textsIn('corpus', name), await textsIn('grown', name)];
  const given = [...own, ...kept.values()];
  const chance = chanceOf(seed);
  const words = wordsIn(given);
  const corpus = corpusOf();
  const [guided, plain] = [watchedProcess(name, 'guided'), watchedProcess(name, 'plain')];
  const defects = defectsOf(name, plain, print);
  let runs = 0;
  const read = async (text: string): Promise<void> => {
    runs += 1;
    const reading = await guided.read(text);
    const isSuspect = reading.kind === 'broken' || reading.milliseconds > longestRead;
    if (isSuspect && (await defects.isBrokenBy(text))) return;
    if (reading.kind === 'read') corpus.offer(text, reading.features, reading.milliseconds);
  };
  const keepGrown = async (): Promise<void> => {
    const known = new Set(given);
    const texts = corpus.entries().map(({ text }) => text);
    await keepTexts(
      'grown',
      name,
      texts.filter((text) => !known.has(text)),
    );
  };

  for (const text of [...given, ...grown.values()]) await read(text);
  const begin = corpus.figures();
  const started = performance.now();
  const figures = (): string => {
    const seconds = Math.round((performance.now() - started) / 1000);
    const { entries, blocks, features } = corpus.figures();
    const rate = Math.round(runs / Math.max(1, seconds));
    return `${name}: ${seconds} s, ${runs} texts, ${rate} a second; ${entries} kept, ${blocks} blocks (+${blocks - begin.blocks}), ${features} features (+${features - begin.features})`;
  };
  const another = (): string =>
    mutate(corpus.pick(chance).text, { chance, words, other: corpus.pick(chance).text }, parts);
  let nextLine = started + lineEvery;
  let text = another();
  while (performance.now() < started + minutes * 60_000) {
    const reading = read(text);
    // The next one is made meanwhile.
    text = another();
    await reading;
    if (performance.now() < nextLine) continue;
    nextLine += lineEvery;
    print(figures());
    await keepGrown();
  }
  guided.close();
  plain.close();
  await keepGrown();
  print(`${figures()}; what grew is in ${folderOf('grown', name)}`);
  return defects.found();
};

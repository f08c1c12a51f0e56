import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Defect } from './defects.ts';
import { fuzzReader } from './fuzz-reader.ts';
import { judgeText } from './judge-text.ts';
import { keepCorpus } from './keep-corpus.ts';
import { isReaderName, type ReaderName, readerNames } from './readers/readers.ts';
import { watchedProcess } from './watched/watched-process.ts';

// npm run fuzz -- [READER…]: one after the other, FUZZ_MINUTES each. With --file FILE these files are read once, as they are;
// with --keep the shortest texts that reach something go from what grew into the repository. See CONTRIBUTING.md.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string', multiple: true }, keep: { type: 'boolean' } },
});
const strange = positionals.find((name) => !isReaderName(name));
const chosen: readonly ReaderName[] = positionals.length > 0 ? positionals.filter(isReaderName) : readerNames;
const minutes = Number(process.env.FUZZ_MINUTES ?? 10);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const print = (line: string): void => console.log(line);

const fuzzAll = async (): Promise<readonly Defect[]> => {
  print(`FUZZ_SEED=${seed}, ${minutes} minutes each: ${chosen.join(', ')}`);
  const found: Defect[] = [];
  for (const name of chosen) found.push(...(await fuzzReader(name, { minutes, seed, print })));
  return found;
};

const readOnce = async (files: readonly string[]): Promise<readonly Defect[]> => {
  const found: Defect[] = [];
  for (const name of chosen) {
    const plain = watchedProcess(name, 'plain');
    for (const file of files) {
      const broken = await judgeText(plain, await readFile(file, 'utf8'));
      print(`${name}: ${file}: ${broken ? `${broken.how}\n${broken.what}` : 'every promise is kept'}`);
      if (broken) found.push({ file, what: broken.what });
    }
    plain.close();
  }
  return found;
};

const keepAll = async (): Promise<readonly Defect[]> => {
  for (const name of chosen) await keepCorpus(name, print);
  return [];
};

const asked = async (): Promise<readonly Defect[]> => {
  if (values.keep) return keepAll();
  return values.file ? readOnce(values.file) : fuzzAll();
};

if (strange !== undefined) {
  print(`There is no reader ${strange}: ${readerNames.join(', ')}.`);
  process.exitCode = 2;
} else {
  const found = await asked();
  if (found.length > 0) print(`Broken promises: ${found.length}.`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

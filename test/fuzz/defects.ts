import { keepText } from './folders.ts';
import { judgeText, signatureOf } from './judge-text.ts';
import { minimize } from './minimize.ts';
import type { ReaderName } from './readers/readers.ts';
import type { WatchedProcess } from './watched/watched-process.ts';

/** A promise that a reader breaks. */
export interface Defect {
  /** The shortest text that shows it, from the repository's root on. */
  readonly file: string;
  readonly what: string;
}

/** Keeps each defect of a reader once, however many texts show it. */
export interface Defects {
  /** @returns true where the text breaks a promise; the first to show a defect is made shorter and written to a file */
  isBrokenBy(text: string): Promise<boolean>;
  readonly found: () => readonly Defect[];
}

/** @param plain where texts are read without anything that slows the reader down */
export const defectsOf = (
  name: ReaderName,
  plain: WatchedProcess,
  print: (line: string) => void,
): Defects => {
  const found = new Map<string, Defect>();
  const shorter = (text: string, signature: string): Promise<string> =>
    minimize(text, async (candidate) => {
      const broken = await judgeText(plain, candidate);
      return broken !== undefined && signatureOf(broken) === signature;
    });
  return {
    found: () => [...found.values()],
    isBrokenBy: async (text) => {
      const broken = await judgeText(plain, text);
      if (!broken) return false;
      const signature = signatureOf(broken);
      if (found.has(signature)) return true;
      const what = `${broken.how}\n${broken.what}`;
      const file = await keepText('found', name, await shorter(text, signature));
      found.set(signature, { file, what });
      print(`${name}: ${what.replaceAll('\n', '\n  ')}\n  npm run fuzz -- ${name} --file ${file}`);
      return true;
    },
  };
};

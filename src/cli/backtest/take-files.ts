import { inert } from '../report/inert.ts';
import { logFiles, textOf } from './log-files.ts';
import type { Progress } from './progress.ts';
import { BrokenLogError, recordsIn } from './records-in.ts';
import type { Tally } from './tally.ts';

/** What was found where log files should be. */
export interface TakenFiles {
  readonly files: number;
  /** Records that were read, whatever they are about. */
  readonly records: number;
}

/**
 * Has a tally take the records of all log files at a path, one file after the other. What can't be read is noted there.
 * @param total how many files there are, for progress; unknown where nobody sees it
 * @throws CliError where there is nothing at the path
 */
export const takeFiles = async (
  path: string,
  tally: Tally,
  progress: Progress,
  total?: number,
): Promise<TakenFiles> => {
  let [files, records] = [0, 0];
  for await (const file of logFiles(path)) {
    try {
      for await (const { line, text } of recordsIn(textOf(file))) {
        records += 1;
        takeText(tally, `${file}:${line}`, text);
        if (total !== undefined) progress.at(files / total, records, 'records');
      }
    } catch (error) {
      const line = error instanceof BrokenLogError ? error.line : 1;
      tally.miss('files', inert(`${file}:${line}: ${messageOf(error)}`));
    }
    files += 1;
  }
  return { files, records };
};

/** How many log files are at a path. @throws CliError where there is nothing */
export const countFiles = async (path: string): Promise<number> => {
  let files = 0;
  for await (const _ of logFiles(path)) files += 1;
  return files;
};

/** Has a tally take one record. @param place for a mistake: `file:line` */
export const takeText = (tally: Tally, place: string, text: string): void => {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (error) {
    tally.miss('records', inert(`${place}: ${messageOf(error)}`));
    return;
  }
  tally.take(record);
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

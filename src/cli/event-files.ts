import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { boundedText } from './bounded-text.ts';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { inert } from './report/inert.ts';

/** In bytes. CloudTrail's own limit for a record is 1 MB; what is longer is no event. */
const largest = 4_194_304;

export interface EventFile {
  readonly file: string;
  /** What the file holds: anything that is JSON. */
  readonly event: unknown;
}

/**
 * Reads the event of a file, or those of all `.json` files in a folder and the folders below it, in the order of their names.
 * @throws CliError that lists every file that can't be read or isn't JSON
 */
export const readEvents = async (path: string): Promise<EventFile[]> => {
  const files = await filesAt(path);
  if (files.length === 0) throw new CliError(`${inert(path)}: no .json file in it.`, exitCode.usage);
  const mistakes: string[] = [];
  const events: EventFile[] = [];
  for (const file of files) {
    const read = await boundedText(file, largest);
    const found = 'text' in read ? parsed(read.text) : read;
    if ('problem' in found) mistakes.push(inert(`${file}: ${found.problem}`));
    else events.push({ file, event: found.event });
  }
  if (mistakes.length > 0) throw new CliError(mistakes.join('\n'), exitCode.usage);
  return events;
};

const parsed = (text: string): { readonly event: unknown } | { readonly problem: string } => {
  try {
    return { event: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};

const filesAt = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => {
    throw new CliError(`${inert(path)}: no such file or folder.`, exitCode.usage);
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true });
  return entries
    .filter((entry) => entry.endsWith('.json'))
    .sort()
    .map((entry) => join(path, entry));
};

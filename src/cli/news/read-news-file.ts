import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { News } from '../../telling/read-news.ts';
import { announcementSchema } from '../announcement-schema.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { outcomeSchema } from '../outcome-schema.ts';
import { inert } from '../report/inert.ts';
import { memberMistakes } from './member-mistakes.ts';

const newsSchema = z.discriminatedUnion('schema', [outcomeSchema, announcementSchema]);

/** What people may be told. */
export type ToldNews = Extract<News, { readonly kind: 'outcome' | 'announcement' }>;

/** What a file holds that people may be told. */
export interface NewsFile {
  readonly news: readonly ToldNews[];
  /** True where the file is a list, be it of one: what is made of it is a list too. */
  readonly isList: boolean;
}

/**
 * Reads a file with an outcome or an announcement, or with a list of them, as `plan`, `replay` and `apply` print it
 * with `--format json`.
 * @param path `-` is standard input
 * @throws CliError that lists every mistake with its place in the file
 */
export const readNewsFile = async (path: string): Promise<NewsFile> => {
  const name = path === '-' ? 'standard input' : path;
  const content = parsed(await contentOf(path, name), name);
  const isList = Array.isArray(content);
  const items: readonly unknown[] = isList ? content : [content];
  const mistakes: string[] = [];
  const news: ToldNews[] = [];
  for (const [index, item] of items.entries()) {
    const read = newsSchema.safeParse(item, { reportInput: true });
    if (!read.success) mistakes.push(...memberMistakes(read.error, isList ? [index] : []));
    else if (read.data.schema === 'cognito-lifeguard/outcome/1')
      news.push({ kind: 'outcome', outcome: read.data });
    else news.push({ kind: 'announcement', announcement: read.data });
  }
  if (mistakes.length > 0) throw mistaken(...mistakes.map((mistake) => `${name}: ${mistake}`));
  return { news, isList };
};

const contentOf = async (path: string, name: string): Promise<string> => {
  try {
    return await (path === '-' ? text(process.stdin) : readFile(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw mistaken(`${name}: no such file.`);
    if (code === 'EISDIR') throw mistaken(`${name}: this is a folder, name a file in it.`);
    throw mistaken(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const parsed = (content: string, name: string): unknown => {
  if (content.trim() === '') throw mistaken(`${name}: it is empty.`);
  try {
    return JSON.parse(content);
  } catch (error) {
    throw mistaken(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const mistaken = (...lines: readonly string[]): CliError =>
  new CliError(lines.map(inert).join('\n'), exitCode.usage);

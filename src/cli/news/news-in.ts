import { z } from 'zod';
import type { News } from '../../telling/read-news.ts';
import { announcementSchema } from '../announcement-schema.ts';
import { outcomeSchema } from '../outcome-schema.ts';
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
 * The outcomes and announcements in a text: one of them, or a list.
 * @returns them, or every mistake in the text with its place; never throws for what it holds
 */
export const newsIn = (content: string): NewsFile | { readonly mistakes: readonly string[] } => {
  if (content.trim() === '') return { mistakes: ['it is empty.'] };
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    return { mistakes: [error instanceof Error ? error.message : String(error)] };
  }
  const isList = Array.isArray(json);
  const items: readonly unknown[] = Array.isArray(json) ? json : [json];
  const mistakes: string[] = [];
  const news: ToldNews[] = [];
  for (const [index, item] of items.entries()) {
    const read = newsSchema.safeParse(item, { reportInput: true });
    if (!read.success) mistakes.push(...memberMistakes(read.error, isList ? [index] : []));
    else if (read.data.schema === 'cognito-lifeguard/outcome/1')
      news.push({ kind: 'outcome', outcome: read.data });
    else news.push({ kind: 'announcement', announcement: read.data });
  }
  return mistakes.length > 0 ? { mistakes } : { news, isList };
};

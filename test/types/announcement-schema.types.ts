/** Compiled, never run: the schema of an Announcement and its type say the same. */
import type { z } from 'zod';
import type { announcementSchema } from '../../src/cli/announcement-schema.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

type Within<Narrow extends Wide, Wide> = Narrow;

export type EveryAnnouncementFitsTheSchema = Within<
  Mutable<Announcement>,
  Mutable<z.infer<typeof announcementSchema>>
>;

export type TheSchemaAllowsNothingElse = Within<
  Mutable<z.infer<typeof announcementSchema>>,
  Mutable<Announcement>
>;

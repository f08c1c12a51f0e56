/** Compiled, never run: the published schema of a notice and the types that it is made from say the same. */
import type { z } from 'zod';
import type { noticeSchema } from '../../src/cli/notice-schema.ts';
import type { Notice } from '../../src/notify/notice.ts';
import type { OutcomeDetails } from '../../src/notify/outcome-details.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import type { Announcement } from '../../src/sweep/announcement.ts';

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

type Within<Narrow extends Wide, Wide> = Narrow;

/** What `noticeEvent` writes of every notice, sentences as text. */
type Common = Pick<Notice, 'id' | 'severity' | 'urgent' | 'settings' | 'links' | 'accountAlias'> & {
  readonly schema: 'cognito-lifeguard/notice/1';
  readonly truncated: boolean;
  readonly headline: string;
  readonly summary: string;
  readonly steps: readonly (Omit<Notice['steps'][number], 'text'> & { readonly text: string })[];
};

/** Kinds and details of announcements belong together, which their types alone don't say. */
type Announced<Each = Announcement> = Each extends Announcement
  ? Common & Pick<Each, 'kind'> & { readonly about: 'announcement' } & Omit<Each, 'schema' | 'id' | 'kind'>
  : never;

type Told =
  | (Common & { readonly about: 'outcome'; readonly kind: Outcome['kind'] } & OutcomeDetails)
  | Announced;

/** A floor's constraint is told in words beside it: the schema leaves it open. */
type WithoutConstraints<T> = T extends { constraint: unknown; required: string }
  ? Omit<T, 'constraint'>
  : T extends object
    ? { [Key in keyof T]: WithoutConstraints<T[Key]> }
    : T;

type Written = WithoutConstraints<Mutable<Told>>;
type Published = WithoutConstraints<z.infer<typeof noticeSchema>>;

export type EveryNoticeFitsTheSchema = Within<Written, Published>;

export type TheSchemaAllowsNothingElse = Within<Published, Written>;

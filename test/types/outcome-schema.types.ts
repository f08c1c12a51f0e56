/** Compiled, never run: the published schema of an Outcome and its type say the same. */
import type { z } from 'zod';
import type { outcomeSchema } from '../../src/cli/outcome-schema.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

type Within<Narrow extends Wide, Wide> = Narrow;

export type EveryOutcomeFitsTheSchema = Within<Mutable<Outcome>, z.infer<typeof outcomeSchema>>;

export type TheSchemaAllowsNothingElse = Within<z.infer<typeof outcomeSchema>, Mutable<Outcome>>;

/** Compiled, never run: the published schema of verdicts and their type say the same. */
import type { z } from 'zod';
import type { Verdict } from '../../src/cli/listing/verdict.ts';
import type { verdictsSchema } from '../../src/cli/listing/verdicts-schema.ts';

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

type Within<Narrow extends Wide, Wide> = Narrow;

type Published = z.infer<typeof verdictsSchema>['verdicts'][number];

export type EveryVerdictFitsTheSchema = Within<Mutable<Verdict>, Published>;

export type TheSchemaAllowsNothingElse = Within<Published, Mutable<Verdict>>;

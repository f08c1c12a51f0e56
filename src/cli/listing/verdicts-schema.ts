import { z } from 'zod';
import { severities } from '../../policy/policy.ts';
import { settingValueSchema as value } from '../outcome-parts-schema.ts';

const place = z.strictObject({
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
});

/** The published form of a Verdict. */
const verdictSchema = z.strictObject({
  status: z.enum(['violation', 'refused', 'exempted', 'undetermined', 'compliant']),
  subject: z.strictObject({ name: z.string(), id: z.string(), place: place.exactOptional() }),
  policy: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  why: z.string(),
  at: place,
  setting: z.string(),
  required: z.string(),
  found: value.exactOptional(),
  to: value.exactOptional(),
  message: z.string(),
  next: z.string().exactOptional(),
});

const count = z.int().nonnegative();

/** What `--format json` prints where verdicts are listed. */
export const verdictsSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/verdicts/1'),
  lifeguard: z.string().meta({ description: 'The version that made it.' }),
  subjects: count.meta({ description: 'How many pools were held against the rules.' }),
  counts: z.strictObject({
    violation: count,
    refused: count,
    exempted: count,
    undetermined: count,
    compliant: count,
  }),
  verdicts: z.array(verdictSchema).meta({ description: 'Worst first, without those of rules that hold.' }),
  unreached: z
    .array(z.strictObject({ what: z.string(), message: z.string() }))
    .meta({ description: 'What could not be looked at, and why.' }),
});

/** Its JSON schema, draft 2020-12. */
export const verdictsJsonSchema = (): object => ({
  $id: 'cognito-lifeguard/verdicts/1',
  title: 'Verdicts',
  description: 'How policy rules stand at Amazon Cognito user pools, live or declared.',
  ...z.toJSONSchema(verdictsSchema),
});

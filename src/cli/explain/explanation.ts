import { z } from 'zod';
import { severities } from '../../policy/policy.ts';
import { refusalCodes } from '../../remediation/refusal.ts';
import { settingPathSchema, settingValueSchema } from '../outcome-parts-schema.ts';

const exemption = z.strictObject({
  at: z.string(),
  pools: z.array(z.string()),
  ticket: z.string(),
  approver: z.string(),
  reason: z.string(),
  expires: z.iso.date(),
  /** What holds in place of the rule; null where nothing does. */
  floor: z.string().nullable(),
});

const rule = z.strictObject({
  rule: z.string(),
  policy: z.string(),
  at: z.string(),
  setting: settingPathSchema,
  severity: z.enum(severities),
  mode: z.enum(['off', 'notify', 'remediate']),
  why: z.string(),
  required: z.string(),
  controls: z.array(z.string()),
  /** Which pools it binds, in words. */
  appliesTo: z.string(),
  /** Tickets, the factor and the remedy that it names. */
  terms: z.record(z.string(), settingValueSchema),
  owner: z.string().exactOptional(),
  exemptionsUrl: z.string().exactOptional(),
  /** Those that count today. */
  exemptions: z.array(exemption),
});

const refusal = z.strictObject({ code: z.enum(refusalCodes), means: z.string(), next: z.string() });

const setting = z.strictObject({
  setting: settingPathSchema,
  meaning: z.string(),
  governed: z.boolean(),
  /** Why no rule may name it. */
  notGoverned: z.string().exactOptional(),
  takes: z.string(),
  safer: z.string(),
  operators: z.array(z.strictObject({ operator: z.string(), meaning: z.string() })),
  putRight: z.string().exactOptional(),
  absence: z.string(),
  tier: z.string().exactOptional(),
  couplings: z.array(z.strictObject({ coupling: z.string(), brings: z.string() })),
  /** What a change of this setting can meet. */
  refusals: z.array(refusal),
  /** What a change of any setting can meet. */
  otherRefusals: z.array(z.enum(refusalCodes)),
  /** What writes that put something else right do to it. */
  otherWrites: z.string(),
  feltBy: z.string(),
  evidence: z.string(),
  /** Names of the rules on it. */
  rules: z.array(z.string()),
});

/** The published form of what `lifeguard explain` says. */
export const explanationSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/explanation/1'),
  /** There where a rule was asked for. */
  rule: rule.exactOptional(),
  setting,
});

export type Explanation = z.infer<typeof explanationSchema>;

/** Its JSON schema, draft 2020-12. */
export const explanationJsonSchema = (): object => ({
  $id: 'cognito-lifeguard/explanation/1',
  title: 'Explanation',
  description: 'What there is to know of a rule or of a setting of Amazon Cognito user pools.',
  ...z.toJSONSchema(explanationSchema),
});

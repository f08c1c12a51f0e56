import { z } from 'zod';
import { outcomeSchema } from './outcome-schema.ts';

const { findings, refusals, pool, owners } = outcomeSchema.shape;

/** The published form of a rule's or an exemption's place in its file. */
const source = z.strictObject({ file: z.string(), line: z.int(), column: z.int() });

/** The published form of a NoticeRule: a finding whose values stand with the settings. */
export const noticeRuleSchema = findings.element
  .omit({ found: true, now: true })
  .extend({ found: findings.element.shape.found.exactOptional() });

/** The published form of a NoticeSetting. */
export const noticeSettingSchema = z.strictObject({
  setting: findings.element.shape.setting,
  found: findings.element.shape.found,
  required: z.array(z.string()),
  now: findings.element.shape.now,
  to: findings.element.shape.found.exactOptional(),
  refused: refusals.element.shape.code.exactOptional(),
  fixed: z.boolean(),
  notifyOnly: z.boolean(),
  resting: z.boolean(),
  rules: z.array(z.string()),
});

/** The published form of a Standing: a pool of a digest. */
export const standingSchema = z.strictObject({
  pool: pool.unwrap().omit({ name: true, createdAt: true }),
  name: z.string().nullable(),
  createdAt: pool.unwrap().shape.createdAt,
  owners,
  outcome: outcomeSchema.shape.kind,
  at: outcomeSchema.shape.endedAt,
  findings,
  refusals,
});

/** The published form of a Pause. */
export const pauseSchema = z.strictObject({
  id: z.string(),
  by: z.string(),
  at: outcomeSchema.shape.endedAt,
  pool: z.string().exactOptional(),
  until: outcomeSchema.shape.endedAt,
  reason: z.string(),
});

/** The published form of an Exemption; what a floor's constraint is made of is told in its `required`. */
export const exemptionSchema = z.strictObject({
  pools: z.array(z.string()),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      floor: z
        .strictObject({ constraint: z.looseObject({ kind: z.string() }), required: z.string() })
        .exactOptional(),
    }),
  ),
  reason: z.string(),
  approver: z.string(),
  ticket: z.string(),
  granted: z.iso.date(),
  expires: z.iso.date(),
  source,
});

/** The published form of an AddedRule. */
export const addedRuleSchema = z.strictObject({
  rule: z.string(),
  setting: z.string(),
  required: z.string(),
  mode: z.string(),
  at: z.string(),
});

/** The published form of a Loosening. */
export const looseningSchema = z.strictObject({
  kind: z.enum([
    'rule-removed',
    'rule-loosened',
    'scope-narrowed',
    'mode-lowered',
    'severity-lowered',
    'ticket-added',
    'exemption-added',
    'exemption-extended',
    'exemption-loosened',
  ]),
  rule: z.string(),
  message: z.string(),
  source,
});

/** The published form of a HeldNotice. */
export const heldNoticeSchema = z.strictObject({
  id: z.string(),
  at: outcomeSchema.shape.endedAt,
  severity: z.string(),
  headline: z.string(),
  pool: z
    .strictObject({
      arn: z.string(),
      name: z.string().nullable(),
      createdAt: pool.unwrap().shape.createdAt,
    })
    .exactOptional(),
});

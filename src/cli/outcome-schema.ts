import { z } from 'zod';
import { refusalCodes } from '../remediation/refusal.ts';
import {
  actorSchema as actor,
  settingPathSchema as settingPath,
  timeSchema as time,
  settingValueSchema as value,
} from './outcome-parts-schema.ts';
import { remarkSchema } from './remark-schema.ts';

const cause = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    call: z.string(),
    eventSource: z.string(),
    eventId: z.string(),
    eventTime: time,
    actor,
    governed: z.boolean(),
    asked: z.array(settingPath).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('asked'), eventTime: time }),
  z.strictObject({ kind: z.literal('sweep'), sweep: z.string(), eventTime: time }),
]);

const left = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('debt'), since: z.string() }),
  z.strictObject({ kind: z.literal('undone'), outcome: z.string(), until: time }),
]);

/** The published form of an OutcomeFinding. */
export const findingSchema = z.strictObject({
  policy: z.string(),
  rule: z.string(),
  at: z.string(),
  setting: settingPath,
  found: value,
  required: z.string(),
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  mode: z.enum(['notify', 'remediate']),
  why: z.string(),
  controls: z.array(z.string()),
  owner: z.string().exactOptional(),
  exemptionsUrl: z.string().exactOptional(),
  exemption: z
    .strictObject({
      ticket: z.string(),
      approver: z.string(),
      reason: z.string(),
      expires: z.iso.date(),
      at: z.string(),
    })
    .exactOptional(),
  left: left.exactOptional(),
  now: value,
  resolved: z.boolean(),
});

const because = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rule'), rule: z.string(), at: z.string() }),
  z.strictObject({
    kind: z.literal('coupling'),
    coupling: z.string(),
    reason: z.string(),
    forcedBy: settingPath,
  }),
  z.strictObject({ kind: z.literal('person'), by: z.string(), reason: z.string() }),
]);

/** The published form of a Refusal. */
export const refusalSchema = z.strictObject({
  code: z.enum(refusalCodes),
  settings: z.array(settingPath),
  reason: z.string(),
  next: z.string(),
});

/** The published form of an OutcomeKind. */
export const outcomeKindSchema = z.enum([
  ...([
    'compliant',
    'reported',
    'planned',
    'remediated',
    'partly',
    'refused',
    'failed',
    'paused',
    'gone',
  ] as const),
  ...(['covered', 'ignored'] as const),
]);

/** The published form of a PoolRef. */
export const poolRefSchema = z.strictObject({
  partition: z.string(),
  region: z.string(),
  accountId: z.string(),
  id: z.string(),
  arn: z.string(),
});

/** The published form of a PoolOwner. */
export const poolOwnerSchema = z.strictObject({
  name: z.string(),
  claimed: z.boolean(),
  lastClaimedAt: time.exactOptional(),
});

/** The published form of an Outcome, as the queue, `--format json` and people's own automation see it. */
export const outcomeSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/outcome/1'),
  id: z.string(),
  kind: outcomeKindSchema,
  reason: z.string().exactOptional(),
  pool: poolRefSchema
    .extend({ name: z.string().nullable(), createdAt: time.exactOptional() })
    .exactOptional(),
  owners: z.array(poolOwnerSchema).exactOptional(),
  causes: z.array(cause),
  causesOmitted: z.int().positive().exactOptional(),
  findings: z.array(findingSchema),
  changes: z.array(
    z.strictObject({
      setting: settingPath,
      from: value,
      to: value,
      because: z.tuple([because], because),
      warning: z.string().exactOptional(),
    }),
  ),
  carried: z.int().nonnegative(),
  refusals: z.array(refusalSchema),
  sideEffects: z.array(z.strictObject({ path: z.string(), from: z.string(), to: z.string() })),
  unknownSettings: z.array(z.string()),
  quiet: z.literal(true).exactOptional(),
  remarks: z.array(remarkSchema),
  policyDigest: z.string(),
  startedAt: time,
  endedAt: time,
  fixedAt: time.exactOptional(),
});

/** The Outcome's JSON schema, draft 2020-12. */
export const outcomeJsonSchema = (): object => ({
  $id: 'cognito-lifeguard/outcome/1',
  title: 'Outcome',
  description: 'What came of one look at an Amazon Cognito user pool.',
  ...z.toJSONSchema(outcomeSchema),
});

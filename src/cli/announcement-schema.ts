import { z } from 'zod';
import type { Constraint } from '../policy/constraint.ts';
import { isJsonObject } from '../pool/json.ts';
import { timeSchema } from './outcome-parts-schema.ts';
import { findingSchema, outcomeKindSchema, poolRefSchema, refusalSchema } from './outcome-schema.ts';

const source = z.strictObject({ file: z.string(), line: z.number(), column: z.number() });

/** What every announcement has. */
const frame = {
  schema: z.literal('cognito-lifeguard/announcement/1'),
  id: z.string(),
  at: timeSchema,
  accountId: z.string(),
  policyDigest: z.string(),
};

const addedRule = z.strictObject({
  rule: z.string(),
  setting: z.string(),
  required: z.string(),
  mode: z.string(),
  at: z.string(),
});

const loosening = z.strictObject({
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

const standing = z.strictObject({
  pool: poolRefSchema,
  name: z.string().nullable(),
  outcome: outcomeKindSchema,
  findings: z.array(findingSchema),
  refusals: z.array(refusalSchema),
});

const count = z.int().nonnegative();

const pause = z.strictObject({
  id: z.string(),
  by: z.string(),
  at: timeSchema,
  pool: z.string().exactOptional(),
  until: timeSchema,
  reason: z.string(),
});

/** A floor is told in the words of `required`; nobody who is told reads its constraint. */
const floor = z.strictObject({ constraint: z.custom<Constraint>(isJsonObject), required: z.string() });

const exemption = z.strictObject({
  pools: z.array(z.string()),
  rules: z.array(z.strictObject({ rule: z.string(), floor: floor.exactOptional() })),
  reason: z.string(),
  approver: z.string(),
  ticket: z.string(),
  granted: z.string(),
  expires: z.string(),
  source,
});

/** The form of an Announcement, as it stands on the queue `notices`. */
export const announcementSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...frame,
    kind: z.literal('policies-changed'),
    before: z.string().exactOptional(),
    added: z.array(addedRule),
    loosened: z.array(loosening),
  }),
  z.strictObject({
    ...frame,
    kind: z.literal('digest'),
    sweep: z.string(),
    pools: z.array(standing),
    poolsOmitted: count,
    counts: z.strictObject({ debt: count, reported: count, refused: count }),
  }),
  z.strictObject({ ...frame, kind: z.enum(['pause-begun', 'pause-ended']), pause }),
  z.strictObject({ ...frame, kind: z.enum(['exemption-ending', 'exemption-ended']), exemption }),
  z.strictObject({ ...frame, kind: z.literal('memory-lost') }),
]);

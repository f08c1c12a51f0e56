import { z } from 'zod';
import { announcementSchema } from './announcement-schema.ts';
import { timeSchema } from './outcome-parts-schema.ts';
import { outcomeSchema } from './outcome-schema.ts';

const digest = z.string().max(100);
const counted = z.int().nonnegative();

/** The form of a Heartbeat, as it stands on the queue `notices`. */
export const heartbeatSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/heartbeat/1'),
  id: z.string(),
  at: timeSchema,
  accountId: z.string(),
  version: z.string().regex(/^[\w.+-]{1,40}$/),
  codeDigest: digest,
  policyDigest: digest,
  mode: z.enum(['notify', 'remediate']),
  pools: z.strictObject({ swept: counted, missed: counted, standing: counted }),
});

/**
 * What a member of an organization may tell the centre, as this version writes it. Strict, since whoever may put events
 * in a member account may say anything.
 */
export const memberNewsSchema = z.union([outcomeSchema, heartbeatSchema, announcementSchema]);

/** Its JSON schema, draft 2020-12, small enough to deploy: what occurs twice stands in it once. */
export const memberNewsJsonSchema = (): object =>
  z.toJSONSchema(memberNewsSchema, { reused: 'ref', unrepresentable: 'any' });

import { z } from 'zod';
import { announcementShapes, exemptionShape } from './announcement-shapes.ts';
import { exemptionSchema } from './notice-parts-schema.ts';
import { timeSchema } from './outcome-parts-schema.ts';
import { outcomeSchema } from './outcome-schema.ts';

/** The ledger's keys are made of it: "Quotas", Amazon DynamoDB developer guide, takes 1,024 bytes. */
const id = z.string().min(1).max(500);
const account = z.string().regex(/^\d{12}$/);
const digest = z.string().max(100);
const counted = z.int().nonnegative();

const everyAnnouncement = {
  schema: z.literal('cognito-lifeguard/announcement/1'),
  id,
  at: timeSchema,
  accountId: account,
  policyDigest: digest.exactOptional(),
};

/** A member says what stands in its own account alone, and no owner's part by itself. */
const { organization: _, owner: __, ...digestShape } = announcementShapes.digest;

/** The published form of a Heartbeat. */
const heartbeatSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/heartbeat/1'),
  id,
  at: timeSchema,
  accountId: account,
  version: z.string().regex(/^[\w.+-]{1,40}$/),
  codeDigest: digest,
  policyDigest: digest,
  mode: z.enum(['notify', 'remediate']),
  pools: z.strictObject({ swept: counted, missed: counted, standing: counted }),
});

/**
 * What a member of an organization may tell the centre, as this version writes it: all but what a window held back,
 * whose every part has been told. Strict, since whoever may put events in a member account may say anything.
 */
export const memberNewsSchema = z.union([
  outcomeSchema.extend({ id }),
  heartbeatSchema,
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.policiesChanged, policyDigest: digest }),
  z.strictObject({ ...everyAnnouncement, ...digestShape }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.pause }),
  z.strictObject({ ...everyAnnouncement, ...exemptionShape(exemptionSchema) }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.memoryLost }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.nobodyListening }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.chatDropped }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.test }),
]);

/** Its JSON schema, draft 2020-12, small enough to deploy: what occurs twice stands in it once. */
export const memberNewsJsonSchema = (): object => z.toJSONSchema(memberNewsSchema, { reused: 'ref' });

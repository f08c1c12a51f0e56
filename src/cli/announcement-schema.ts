import { z } from 'zod';
import type { Constraint } from '../policy/constraint.ts';
import { isJsonObject } from '../pool/json.ts';
import { announcementShapes, exemptionShape } from './announcement-shapes.ts';
import { exemptionSchema } from './notice-parts-schema.ts';
import { timeSchema } from './outcome-parts-schema.ts';

/** What every announcement has. */
const frame = {
  schema: z.literal('cognito-lifeguard/announcement/1'),
  id: z.string(),
  at: timeSchema,
  accountId: z.string(),
  policyDigest: z.string().exactOptional(),
};

/** A floor is told in the words of `required`; nobody who is told reads its constraint. */
const floor = z.strictObject({ constraint: z.custom<Constraint>(isJsonObject), required: z.string() });

const exemption = exemptionSchema.extend({
  rules: z.array(z.strictObject({ rule: z.string(), floor: floor.exactOptional() })),
});

/** The form of an Announcement, as it stands on the queue `notices`. */
export const announcementSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...frame, ...announcementShapes.policiesChanged }),
  z.strictObject({ ...frame, ...announcementShapes.digest }),
  z.strictObject({ ...frame, ...announcementShapes.pause }),
  z.strictObject({ ...frame, ...exemptionShape(exemption) }),
  z.strictObject({ ...frame, ...announcementShapes.memoryLost }),
  z.strictObject({ ...frame, ...announcementShapes.pausesDamaged }),
  z.strictObject({ ...frame, ...announcementShapes.tamperingUntold }),
  z.strictObject({ ...frame, ...announcementShapes.heldBack }),
  z.strictObject({ ...frame, ...announcementShapes.nobodyListening }),
  z.strictObject({ ...frame, ...announcementShapes.chatDropped }),
  z.strictObject({ ...frame, ...announcementShapes.regionsUnwatched }),
  z.strictObject({ ...frame, ...announcementShapes.test }),
]);

import { z } from 'zod';
import { actorSchema, settingPathSchema, settingValueSchema, timeSchema } from './outcome-parts-schema.ts';

const settings = z.array(settingPathSchema);

const claimed = z.strictObject({
  setting: settingPathSchema,
  claimed: settingValueSchema,
  required: z.string(),
  rule: z.string(),
  severity: z.enum(['critical', 'high', 'medium', 'low']).exactOptional(),
  at: z.string(),
  call: z.string(),
  eventId: z.string(),
  actor: actorSchema,
});

/** The published form of a Remark. */
export const remarkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changed-unseen'), since: timeSchema, settings }),
  z.strictObject({ kind: z.literal('put-back'), claims: z.array(claimed) }),
  z.strictObject({ kind: z.literal('newly-refused'), settings }),
  z.strictObject({ kind: z.literal('still-wrong'), since: timeSchema, days: z.int().nonnegative() }),
  z.strictObject({
    kind: z.literal('back-in-compliance'),
    since: timeSchema,
    rules: z.array(z.string()),
    unbound: z.array(z.string()),
    isWhole: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('brought-back'), settings, times: z.int().positive() }),
  z.strictObject({
    kind: z.literal('war'),
    settings,
    times: z.int().nonnegative(),
    actors: z.array(actorSchema),
    stack: z.string().exactOptional(),
    nextWriteAt: timeSchema,
  }),
  z.strictObject({ kind: z.literal('war-over'), since: timeSchema }),
  z.strictObject({
    kind: z.literal('lost-update'),
    outcome: z.string(),
    writtenAt: timeSchema,
    call: z.string(),
    eventId: z.string(),
    eventTime: timeSchema,
    actor: actorSchema,
    settings: z.array(
      z.strictObject({ setting: settingPathSchema, ours: settingValueSchema, theirs: settingValueSchema }),
    ),
    callsOmitted: z.int().positive().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('left-scope'), policies: z.array(z.string()), until: timeSchema }),
  z.strictObject({ kind: z.literal('memory-lost') }),
  z.strictObject({ kind: z.literal('denied'), error: z.string() }),
]);

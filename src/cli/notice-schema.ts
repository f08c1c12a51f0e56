import { z } from 'zod';
import { announcementShapes, exemptionShape } from './announcement-shapes.ts';
import { exemptionSchema, noticeRuleSchema, noticeSettingSchema } from './notice-parts-schema.ts';
import { settingPathSchema, timeSchema } from './outcome-parts-schema.ts';
import { outcomeSchema } from './outcome-schema.ts';

const { shape } = outcomeSchema;

const everyNotice = {
  schema: z.literal('cognito-lifeguard/notice/1'),
  truncated: z.boolean(),
  id: z.string(),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  urgent: z.boolean(),
  accountAlias: z.string().exactOptional(),
  settings: z.array(noticeSettingSchema),
  owners: shape.owners,
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  headline: z.string(),
  summary: z.string(),
  steps: z.array(
    z.strictObject({
      text: z.string(),
      url: z.string().exactOptional(),
      commands: z.array(z.string()).exactOptional(),
    }),
  ),
};

const outcomeNotice = z.strictObject({
  ...everyNotice,
  about: z.literal('outcome'),
  kind: shape.kind,
  pool: shape.pool.unwrap(),
  rules: z.array(noticeRuleSchema),
  causes: shape.causes,
  causesOmitted: shape.causesOmitted,
  refusals: shape.refusals,
  changes: shape.changes,
  carried: shape.carried,
  sideEffects: shape.sideEffects,
  unknownSettings: shape.unknownSettings,
  remarks: shape.remarks,
  policyDigest: shape.policyDigest,
  startedAt: shape.startedAt,
  endedAt: shape.endedAt,
  fixedAt: shape.fixedAt,
});

const everyAnnouncement = {
  ...everyNotice,
  about: z.literal('announcement'),
  at: timeSchema,
  accountId: z.string(),
  policyDigest: z.string().exactOptional(),
};

const announcementNotices = [
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.policiesChanged }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.digest }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.pause }),
  z.strictObject({ ...everyAnnouncement, ...exemptionShape(exemptionSchema) }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.memoryLost }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.pausesDamaged }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.tamperingUntold }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.heldBack }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.nobodyListening }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.chatDropped }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.regionsUnwatched }),
  z.strictObject({ ...everyAnnouncement, ...announcementShapes.test }),
] as const;

/** A notice for machines of which nothing was cut, as this version writes it. */
export const noticeSchema = z.union([outcomeNotice, ...announcementNotices]);

/**
 * The JSON schema of a notice for machines, draft 2020-12. Wider than what this version writes, where later versions
 * and long texts are: members may be added under this name, and a name or a time that was cut is one no more.
 */
export const noticeJsonSchema = (): object => ({
  $id: 'cognito-lifeguard/notice/1',
  title: 'Notice',
  description:
    'What machines are told of a look at an Amazon Cognito user pool, or of the account: the detail of the EventBridge events of source cognito-lifeguard, and the body for sqs and lambda subscribers of its SNS topics. Where truncated is true, texts and lists were cut, names of settings and times among them.',
  ...z.toJSONSchema(noticeSchema, {
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (zodSchema === settingPathSchema) {
        delete jsonSchema.enum;
        jsonSchema.description = 'A setting by its name in the Amazon Cognito API, dotted.';
      }
      // A format says what the text is, without a promise that every validator would hold a cut one to.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  }),
});

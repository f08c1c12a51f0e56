import { z } from 'zod';
import {
  addedRuleSchema,
  heldNoticeSchema,
  looseningSchema,
  pauseSchema,
  standingSchema,
} from './notice-parts-schema.ts';
import { timeSchema } from './outcome-parts-schema.ts';
import { poolOwnerSchema } from './outcome-schema.ts';

const counted = z.int().nonnegative();
const digestCounts = z.strictObject({ debt: counted, reported: counted, refused: counted });
const owners = z.array(poolOwnerSchema).exactOptional();

const account = z.string();

/** The published form of an OrganizationPart. */
const organization = z.strictObject({
  accounts: counted,
  differing: counted,
  missed: counted,
  silent: z.array(
    z.strictObject({ accountId: account, expectedSince: timeSchema, heardAt: timeSchema.exactOptional() }),
  ),
  silentOmitted: counted,
  others: z.array(
    z.strictObject({ accountId: account, version: z.string(), code: z.boolean(), policies: z.boolean() }),
  ),
  othersOmitted: counted,
});

/** The members of each kind of announcement besides those that all have. */
export const announcementShapes = {
  policiesChanged: {
    kind: z.literal('policies-changed'),
    policyDigest: z.string(),
    before: z.string().exactOptional(),
    added: z.array(addedRuleSchema),
    loosened: z.array(looseningSchema),
  },
  digest: {
    kind: z.literal('digest'),
    sweep: z.string(),
    pools: z.array(standingSchema),
    poolsOmitted: counted,
    counts: digestCounts,
    owned: z
      .array(z.strictObject({ owner: z.string(), pools: counted, counts: digestCounts }))
      .exactOptional(),
    organization: organization.exactOptional(),
    owner: z.string().exactOptional(),
  },
  pause: { kind: z.enum(['pause-begun', 'pause-ended']), pause: pauseSchema, owners },
  memoryLost: { kind: z.literal('memory-lost') },
  pausesDamaged: { kind: z.literal('pauses-damaged'), entries: counted },
  tamperingUntold: {
    kind: z.literal('tampering-untold'),
    parts: z.array(
      z.strictObject({
        region: z.string(),
        name: z.string(),
        why: z.enum(['gone', 'disabled', 'holds']),
        messages: counted.exactOptional(),
      }),
    ),
  },
  heldBack: {
    kind: z.literal('held-back'),
    from: timeSchema,
    until: timeSchema,
    isUrgent: z.boolean(),
    notices: z.array(heldNoticeSchema),
    noticesOmitted: counted,
  },
  nobodyListening: { kind: z.literal('nobody-listening'), topicArn: z.string(), pending: counted },
  chatDropped: { kind: z.literal('chat-dropped'), since: timeSchema, messages: counted },
  regionsUnwatched: {
    kind: z.literal('regions-unwatched'),
    governed: z.array(z.string()),
    outside: z.array(
      z.strictObject({ region: z.string(), pools: counted, isMore: z.literal(true).exactOptional() }),
    ),
    unlisted: z.array(z.string()),
    isEnabledUnknown: z.literal(true).exactOptional(),
  },
  test: { kind: z.literal('test'), by: z.string() },
} as const;

/** The members of news about an exemption. @param exemption the form in which it stands there */
export const exemptionShape = <Exemption extends z.ZodType>(exemption: Exemption) => ({
  kind: z.enum(['exemption-ending', 'exemption-ended']),
  exemption,
  owners,
});

import { z } from 'zod';
import type { SettingPath } from '../pool/settings.ts';
import { settings } from '../pool/settings.ts';
import { refusalCodes } from '../remediation/refusal.ts';

const time = z.iso.datetime();
const settingPath = z.enum(settings.map(({ path }) => path) as [SettingPath, ...SettingPath[]]);
const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.record(z.string(), z.string()),
  z.null(),
]);

const actor = z.strictObject({
  type: z.string(),
  arn: z.string().exactOptional(),
  accountId: z.string().exactOptional(),
  sessionName: z.string().exactOptional(),
  sessionIssuer: z.string().exactOptional(),
  invokedBy: z.string().exactOptional(),
  sourceIpAddress: z.string().exactOptional(),
  userAgent: z.string().exactOptional(),
});

const cause = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    call: z.string(),
    eventSource: z.string(),
    eventId: z.string(),
    eventTime: time,
    actor,
    governed: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('asked'), eventTime: time }),
]);

const finding = z.strictObject({
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

/** The published form of an Outcome, as the queue, `--format json` and people's own automation see it. */
export const outcomeSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/outcome/1'),
  id: z.string(),
  kind: z.enum([
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
  ]),
  reason: z.string().exactOptional(),
  pool: z
    .strictObject({
      partition: z.string(),
      region: z.string(),
      accountId: z.string(),
      id: z.string(),
      arn: z.string(),
      name: z.string().nullable(),
    })
    .exactOptional(),
  causes: z.array(cause),
  causesOmitted: z.int().positive().exactOptional(),
  findings: z.array(finding),
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
  refusals: z.array(
    z.strictObject({
      code: z.enum(refusalCodes),
      settings: z.array(settingPath),
      reason: z.string(),
      next: z.string(),
    }),
  ),
  sideEffects: z.array(z.strictObject({ path: z.string(), from: z.string(), to: z.string() })),
  unknownSettings: z.array(z.string()),
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

import { z } from 'zod';
import { severities } from '../../policy/policy.ts';
import { settingPathSchema, settingValueSchema, timeSchema } from '../outcome-parts-schema.ts';
import { undeterminedReasons } from './judge-change.ts';

const count = z.int().min(0);
const tools = z.strictObject({ CloudFormation: count, Terraform: count });
const undetermined = z.strictObject(
  Object.fromEntries(undeterminedReasons.map((reason) => [reason, count])) as {
    [reason in (typeof undeterminedReasons)[number]]: typeof count;
  },
);

const asked = z.strictObject({
  at: timeSchema,
  call: z.string(),
  caller: z.string(),
  value: settingValueSchema,
  required: z.string(),
});

const rule = z.strictObject({
  rule: z.string(),
  policy: z.string(),
  at: z.string(),
  severity: z.enum(severities),
  mode: z.enum(['notify', 'remediate']),
  setting: settingPathSchema,
  required: z.string(),
  forbidden: count,
  exempted: count,
  satisfied: count,
  undetermined,
});

const pool = z.strictObject({
  /** Null for changes whose record doesn't name the pool. */
  pool: z.string().nullable(),
  accountId: z.string(),
  region: z.string(),
  changes: count,
  forbidden: count,
  /** What was forbidden, by rule, with the last time that it was asked for. */
  rules: z.array(
    z.strictObject({ rule: z.string(), setting: settingPathSchema, forbidden: count, last: asked }),
  ),
});

const actor = z.strictObject({
  caller: z.string(),
  identity: z.string(),
  changes: count,
  forbidden: count,
  /** How many of the forbidden changes a tool made that declares pools. */
  forbiddenByTools: tools,
});

/** The published form of a backtest. `changes` and `forbidden` count calls; under `rules` a call counts once per rule. */
export const backtestSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/backtest/1'),
  policyDigest: z.string(),
  /** The time asked for, or that of the first and the last change; null where there was none. */
  from: timeSchema.nullable(),
  to: timeSchema.nullable(),
  regions: z
    .array(z.string())
    .meta({ description: 'Whose event history was asked for; empty where log files were read.' }),
  totals: z.strictObject({
    changes: count,
    pools: count,
    actors: count,
    forbidden: count,
    /** Of these, how many a rule in mode remediate would have put right. */
    remediated: count,
    forbiddenByTools: tools,
    undetermined,
  }),
  pools: z.array(pool),
  rules: z.array(rule),
  actors: z.array(actor),
  apart: z.strictObject({
    /** Calls that AWS refused. */
    refused: count,
    /** Calls that say they were Lifeguard's, as anybody's could: by whom. */
    own: z.array(z.strictObject({ caller: z.string(), identity: z.string(), changes: count })),
    /** Records that came more than once. */
    repeated: count,
    /** Records that are about something else. */
    others: count,
  }),
  unread: z.strictObject({
    files: count,
    records: count,
    /** The first of them, `file:line: message`. */
    mistakes: z.array(z.string()),
    regions: z
      .array(z.strictObject({ region: z.string(), reason: z.string() }))
      .meta({ description: 'Whose event history could not be read, or not to its end.' }),
  }),
});

/** The time and the Regions that a report is asked for. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
  readonly regions: readonly string[];
}

export type BacktestReport = z.infer<typeof backtestSchema>;

/** The report's JSON schema, draft 2020-12. */
export const backtestJsonSchema = (): object => ({
  $id: 'cognito-lifeguard/backtest/1',
  title: 'Backtest',
  description: 'What policies say of recorded changes to Amazon Cognito user pools.',
  ...z.toJSONSchema(backtestSchema),
});

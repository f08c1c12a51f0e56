import { z } from 'zod';
import { settings } from '../../src/pool/settings.ts';

/** What a pool has at its top: a name that AWS doesn't have would be dropped on its way without a word. */
const topMembers = [...new Set(settings.map(({ path }) => path.split('.')[0] ?? path))] as const;

const members = z.partialRecord(z.enum(topMembers), z.json());

const value = z.json();

const change = { setting: z.string(), from: value, to: value };

/**
 * A scenario file: what a pool is, who weakens it how, and what comes of it. Read from top to bottom, it is a story
 * that somebody new to Cognito can follow. Everything expected is compared whole, and whatever isn't named is expected
 * to be empty.
 */
const form = z.strictObject({
  title: z.string(),
  /** Members over the realistic pool of src/cli/demo/a-realistic-pool.ts; null takes one away. */
  pool: members.default({}),
  /** Whose access key signs the weakening; CloudTrail shows the role. */
  by: z.enum(['Developer', 'DeployPipeline']),
  /** One call. Its members go over all that the pool has, as a careful person sends them; null leaves one out. */
  weakened: z.union([
    z.strictObject({ UpdateUserPool: members }),
    z.strictObject({ SetUserPoolMfaConfig: members }),
  ]),
  /** What happens between the weakening and our first look. */
  meanwhile: z
    .strictObject({
      conditions: z
        .strictObject({
          smsRole: z.enum(['no-trust', 'no-access']).optional(),
          importInProgress: z.boolean().optional(),
          secondaryReplica: z.boolean().optional(),
        })
        .optional(),
      /** An operation that AWS denies to Lifeguard's role. */
      denied: z.string().optional(),
      /** A member that AWS adds to its API, newer than this version of Lifeguard. */
      newMember: z.strictObject({ path: z.string(), value, refused: z.boolean().optional() }).optional(),
    })
    .default({}),
  /** A policy file, as it would lie in policies/. */
  policy: z.record(z.string(), z.json()),
  /** Deploy parameters, where the scenario needs others than the cautious ones. */
  deployment: z
    .strictObject({
      remediateSensitive: z.array(z.string()).default([]),
      unknownSettings: z.enum(['carry', 'refuse']).default('carry'),
    })
    .default({ remediateSensitive: [], unknownSettings: 'carry' }),
  expected: z.strictObject({
    outcome: z.string(),
    /** What rules asked for and was written; `warning` is what people are told that they will feel. */
    changes: z.array(z.strictObject({ ...change, warning: z.string().optional() })).default([]),
    /** What AWS forced beside that. */
    couplings: z.array(z.strictObject({ ...change, coupling: z.string(), forcedBy: z.string() })).default([]),
    refusals: z
      .array(
        z.strictObject({
          code: z.string(),
          settings: z.array(z.string()),
          reason: z.string(),
          next: z.string(),
        }),
      )
      .default([]),
    /** Lifeguard's writes, in order, refused ones too. Reads are left out: a look is two of them, side by side. */
    calls: z.array(z.string()).default([]),
    /** The mail: its subject, and its lines about the settings. */
    notice: z.strictObject({ subject: z.string(), settings: z.string() }),
    /**
     * Every leaf of DescribeUserPool and GetUserPoolMfaConfig (`MfaConfig:`) that isn't what it was before the
     * weakening, with its value now; null where it is gone. {} says: everything is as it was.
     */
    differs: z.record(z.string(), value),
  }),
});

export type Scenario = z.infer<typeof form>;

/** A scenario from its file's content. @throws ZodError that names every member of a wrong form */
export const scenarioFrom = (content: unknown): Scenario => form.parse(content);

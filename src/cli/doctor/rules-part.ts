import { z } from 'zod';

const target = z.object({
  arn: z.string(),
  /** The role that EventBridge takes to deliver, for a bus. */
  role: z.string().optional(),
  /** What is handed over in place of the event, as `inputDigest` tells it. */
  input: z.string().optional(),
});

const rule = z.object({
  /** `NAME` of a rule on the default bus, or `BUS/NAME`. */
  rule: z.string(),
  pattern: z.record(z.string(), z.unknown()).optional(),
  schedule: z.string().optional(),
  targets: z.array(target),
});

/** Room for many more rules than there are, and no endless reading of parameters that somebody wrote. */
const mostParts = 40;

const part = z.object({ of: z.int().min(1).max(mostParts), rules: z.array(rule).min(1) });

/** A target of an EventBridge rule. */
export type DeployedTarget = z.infer<typeof target>;

/** An EventBridge rule as it was deployed. */
export type DeployedRule = z.infer<typeof rule>;

/**
 * One of the parameters that tell the rules: some of them, and how many parameters there are.
 * build/rules-parameters.ts writes them.
 */
export type RulesPart = z.infer<typeof part>;

/** The name of such a parameter, after the deployment's own. @param number from 1 on */
export const rulesPartName = (number: number): string => `rules-${number}`;

/** Reads one. What a later version adds is left out; undefined where it has another form. */
export const readRulesPart = (text: string): RulesPart | undefined => {
  try {
    return part.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

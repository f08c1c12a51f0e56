import { z } from 'zod';
import { operators } from './operators/operators.ts';
import { factors, modes, severities } from './policy.ts';

/** Text of 1 to `max` characters. */
export const text = (max: number) =>
  z.string().min(1, 'must not be empty').max(max, `must have at most ${max} characters`);

/** A name of 1 to `max` characters that stands in messages, commands and exemptions. */
export const nameWithin = (max: number) =>
  text(max).regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower-case letters and digits, words joined by hyphens',
  );

export const name = nameWithin(64);

/** A list with at least one entry: an empty part of a scope would bind no pool. */
export const listOf = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).min(1, 'must not be empty');

/** ARN of one pool, exactly: no wildcard. Form: AWS service authorization reference, resource type userpool. */
export const poolArn = z
  .string()
  .regex(
    /^arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+_[0-9a-zA-Z]+$/,
    'must be the ARN of a user pool, arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123',
  );

/** The steps that a pattern takes grow with the name's length to this power. */
const mostAsterisks = 4;

/**
 * A pattern of names. Names are matched by globs whose letters are those that AWS takes in pool names; so no `!` and no
 * `(`. Names of stacks have fewer.
 * @param of what has such a name
 */
export const globOf = (of: 'pool' | 'stack') =>
  text(128)
    .regex(
      /^[\w\s+=,.@*?{}[\]-]+$/,
      `must be a ${of} name in which * stands for any letters, ? for one, {a,b} for either and [ab] for one of these`,
    )
    .refine(
      (glob) => glob.split(/\*+/).length <= mostAsterisks + 1,
      `must have at most ${mostAsterisks} asterisks: with more, a name could be made that takes too long to look at`,
    );

/** Tags by key, each with the value or the values that it may have. */
export const tagsSchema = z.record(
  text(128),
  z.union([z.string(), listOf(z.string())], 'must be text or a list of texts'),
);

/** Which pools a policy binds. */
export const scopeSchema = z.strictObject({
  accounts: listOf(z.string().regex(/^\d{12}$/, 'must be an account id of 12 digits'))
    .optional()
    .meta({ description: 'Account ids, in quotes.' }),
  regions: listOf(z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, 'must be a Region such as eu-west-1'))
    .optional()
    .meta({ description: 'Regions.' }),
  pools: listOf(poolArn).optional().meta({ description: 'ARNs of pools.' }),
  names: listOf(globOf('pool'))
    .optional()
    .meta({ description: 'Patterns of pool names. A pool that is renamed escapes them.' }),
  tags: tagsSchema
    .optional()
    .meta({ description: 'Tags that a pool must have. A pool whose tags change escapes them.' }),
});

const examplesSchema = z.strictObject({
  passing: listOf(z.unknown()).optional().meta({ description: 'Values that satisfy the rule.' }),
  failing: listOf(z.unknown()).optional().meta({ description: "Values that don't satisfy the rule." }),
});

const ruleMembers = {
  id: name.meta({ description: "The rule's name, of which there is one in all policy files together." }),
  severity: z.enum(severities).meta({ description: 'How bad it is when a pool differs.' }),
  setting: z.string().meta({ description: "AWS's own name of the setting, dotted." }),
  why: text(500).meta({ description: 'One sentence for whoever gets the notice.' }),
  mode: z.enum(modes).optional().meta({
    description: 'off: not checked. notify: told. remediate: put right and told. Overrides the policy.',
  }),
  controls: listOf(text(100))
    .optional()
    .meta({ description: 'Controls of other catalogues that ask the same.' }),
  examples: examplesSchema.optional().meta({ description: 'Values that the loader holds against the rule.' }),
  allowWeakening: text(200)
    .optional()
    .meta({ description: 'The ticket that permits a remedy of this rule to make a pool less safe.' }),
  remediateTo: z.unknown().optional().meta({
    description: 'The value that a remedy sets where none is nearest; null takes the setting away.',
  }),
  factor: z.enum(factors).optional().meta({
    description: 'The second factor that a remedy turns on where MFA is to be on and there is none.',
  }),
  allowLockOut: text(200)
    .optional()
    .meta({ description: 'The ticket that permits a remedy of this rule that can lock users out.' }),
  allowCost: text(200)
    .optional()
    .meta({ description: 'The ticket that permits a remedy of this rule to raise what every user costs.' }),
};

/** Members that carry a rule's operator; what they hold depends on the setting, and is checked with it. */
export const operandMembers = Object.fromEntries(
  operators.map(({ name: operator, meaning }) => [
    operator,
    z.unknown().optional().meta({ description: meaning }),
  ]),
);

/** The form of a policy file. What no schema can say (settings, operands, contradictions) is checked after it. */
export const policySchema = z.strictObject({
  name: name.meta({ description: "The policy's name, of which there is one in all policy files together." }),
  description: text(500).meta({ description: 'What the policy is for.' }),
  owner: text(254).optional().meta({ description: 'Whom to ask: an address or a team.' }),
  exemptionsUrl: z
    .url({ protocol: /^https$/, error: 'must be an https address' })
    .optional()
    .meta({ description: 'Where to ask for an exemption; it stands in every notice.' }),
  mode: z
    .enum(modes)
    .meta({ description: "off < notify < remediate, for every rule that doesn't name its own." }),
  appliesTo: scopeSchema.meta({ description: '{} for every pool. Otherwise every part given must match.' }),
  rules: listOf(z.strictObject({ ...ruleMembers, ...operandMembers })),
});

export type PolicyFile = z.infer<typeof policySchema>;

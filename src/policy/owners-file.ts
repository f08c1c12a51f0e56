import { z } from 'zod';
import { globOf, listOf, nameWithin, poolArn, tagsSchema, text } from './policy-file.ts';

/**
 * With a topic, its policy and its subscriptions for each, these stay under the 500 resources of a CloudFormation stack
 * (AWS CloudFormation user guide, "Quotas"), with room for all the others. test/deploy/owners.facts.ts holds it.
 */
const mostOwners = 100;
/** Of all owners together. */
export const mostEmails = 150;
const mostEmailsEach = 20;

/** One address; what SNS would take for several, or a header's syntax, is none. */
export const emailPattern = /^[^\s@,<>"]+@[^\s@,<>"]+\.[^\s@,<>".]+$/;

/** A topic that people can subscribe to. FIFO topics, whose names end with .fifo, deliver to queues alone. */
const topicArn = z
  .string()
  .regex(
    /^arn:[\w-]+:sns:[a-z]{2,4}(-[a-z]+)+-\d{1,2}:\d{12}:[\w-]{1,256}$/,
    'must be the ARN of a standard SNS topic, arn:aws:sns:eu-west-1:111122223333:checkout-alerts',
  );

/** A pattern of the names of stacks. */
export const stackGlob = globOf('stack');

const pools = z.strictObject({
  arns: listOf(poolArn).optional().meta({ description: 'ARNs of pools.' }),
  stacks: listOf(stackGlob).optional().meta({
    description:
      "Patterns of the stacks' names, as the pools' tags give them. Claimed: whoever can tag a pool could.",
  }),
  tags: tagsSchema.optional().meta({
    description: 'Tags that a pool must have. Claimed: whoever can tag a pool could.',
    minProperties: 1,
  }),
});

/** The form of owners.yaml. What no schema can say (an owner without pools or without a way to them) is checked after it. */
export const ownersSchema = z.strictObject({
  owners: z
    .array(
      z.strictObject({
        name: nameWithin(40).meta({
          description: "The owner's name, of which there is one; it becomes part of a topic's name.",
        }),
        pools: pools.meta({ description: 'Which pools they own: whatever matches of it suffices.' }),
        emails: listOf(text(254).regex(emailPattern, 'must be an email address'))
          .max(mostEmailsEach, `must have at most ${mostEmailsEach} entries`)
          .optional()
          .meta({ description: 'Addresses; each has to confirm.' }),
        topic: topicArn.optional().meta({ description: 'The ARN of an SNS topic of their own.' }),
      }),
    )
    .max(mostOwners, `must have at most ${mostOwners} entries`),
});

import type { EventPattern } from './forwarded-pattern.ts';

/** A text, or a function of CloudFormation that becomes one. */
export type Text = string | object;

/** What a value of an event may be. */
export type Condition = Text | { readonly [operator: string]: Text | boolean };

/**
 * A pattern over a service's calls, as CloudTrail records them. Failed calls are left out, since whoever may do nothing
 * could send a thousand of them; and what CloudFormation calls, since that is what a deployment does.
 * @param detail what else the record has
 */
export const callsPattern = (
  service: string,
  eventName: readonly Condition[],
  detail: object = {},
): EventPattern => ({
  source: [`aws.${service}`],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    eventSource: [`${service}.amazonaws.com`],
    eventName,
    errorCode: [{ exists: false }],
    sourceIPAddress: [{ 'anything-but': 'cloudformation.amazonaws.com' }],
    ...detail,
  },
});

/** A record that has one of these among its request parameters. */
export const either = (...requestParameters: readonly object[]): object => ({
  $or: requestParameters.map((each) => ({ requestParameters: each })),
});

export const prefix = (text: Text): Condition => ({ prefix: text });

export const inAnyCase = (text: Text): Condition => ({ 'equals-ignore-case': text });

export const prefixInAnyCase = (text: Text): Condition => prefix(inAnyCase(text));

export const anywhere = (text: string): Condition => ({ wildcard: `*${text}*` });

export const atEnd = (text: Text): Condition => ({ suffix: text });

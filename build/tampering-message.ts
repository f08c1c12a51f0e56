import type { TamperingPattern } from './tampering-patterns.ts';

/** What EventBridge makes a message of: which places of an event fill which variables of a text. */
export interface InputTransformer {
  readonly InputPathsMap: { readonly [variable: string]: string };
  readonly InputTemplate: string;
}

/**
 * Where each variable comes from. EventBridge doesn't escape what it fills in, so nothing is here that could hold a
 * quotation mark: no ARN of a caller, since paths of IAM users may hold one, and no URL of a queue. What a record lacks
 * leaves nothing in the text. Source: Amazon EventBridge user guide, "Common issues with transforming input".
 */
const always = {
  call: '$.detail.eventName',
  account: '$.account',
  region: '$.detail.awsRegion',
  time: '$.detail.eventTime',
  kind: '$.detail.userIdentity.type',
  // One of both: a session's role, or a user.
  role: '$.detail.userIdentity.sessionContext.sessionIssuer.userName',
  user: '$.detail.userIdentity.userName',
  principal: '$.detail.userIdentity.principalId',
  address: '$.detail.sourceIPAddress',
  event: '$.detail.eventID',
};

const paths = (named: TamperingPattern['named']): InputTransformer['InputPathsMap'] => ({
  ...always,
  ...Object.fromEntries(Object.entries(named).map(([variable, path]) => [variable, `$.detail.${path}`])),
});

const title = 'Lifeguard may be blind or mute';

/** What happened: who, what, on what, when, where. */
const happened = ({ on, named }: TamperingPattern): string => {
  const name = Object.keys(named).map((variable) => `<${variable}>`);
  return `<call> was called on ${on}${name.length === 0 ? '' : ` (${name.join('')})`} by <kind> <role><user> (<principal>), from <address>, in account <account>, <region>, at <time>.`;
};

const todo =
  'If that was not meant, put it back and find out who it was: docs/operations.md#tampering. CloudTrail event <event>.';

/** For mail: one line of text. */
export const mailTransformer = (tampering: TamperingPattern): InputTransformer => ({
  InputPathsMap: paths(tampering.named),
  InputTemplate: JSON.stringify(`${title}: ${happened(tampering)} ${todo}`),
});

/**
 * For Amazon Q Developer, which drops whatever isn't in this schema: custom notifications, Amazon Q Developer in chat
 * applications administrator guide.
 */
export const chatTransformer = (tampering: TamperingPattern): InputTransformer => ({
  InputPathsMap: paths(tampering.named),
  InputTemplate: JSON.stringify({
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title: `:rotating_light: ${title}`,
      description: happened(tampering),
      nextSteps: [todo],
    },
  }),
});

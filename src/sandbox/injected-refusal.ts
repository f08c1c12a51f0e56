import { type Refused, refused } from './answer.ts';
import type { Call, ServiceName } from './call.ts';
import { stringAt } from './json.ts';

/** The name under which each service says that it had too many requests, and that it broke. */
const NAMES: {
  readonly [S in ServiceName]: {
    readonly throttled: string;
    readonly broken: string;
    readonly denied: string;
  };
} = {
  'cognito-idp': {
    throttled: 'TooManyRequestsException',
    broken: 'InternalErrorException',
    denied: 'AccessDeniedException',
  },
  sns: { throttled: 'Throttled', broken: 'InternalError', denied: 'AuthorizationError' },
  sqs: { throttled: 'RequestThrottled', broken: 'InternalError', denied: 'AccessDeniedException' },
  sts: { throttled: 'Throttling', broken: 'InternalFailure', denied: 'AccessDenied' },
};

/** Too many requests. */
export function throttled({ service }: Call): Refused {
  return refused(NAMES[service].throttled, 'Rate exceeded');
}

/** AWS broke; whether before or after the effect, the caller can't tell. */
export function broken({ service }: Call): Refused {
  return refused(NAMES[service].broken, 'Something went wrong', 500);
}

/** Another write to the same pool is under way. Text: github.com/serverless/serverless/issues/6524. */
export function conflict(): Refused {
  return refused(
    'ConcurrentModificationException',
    'Only one request to update this UserPool can be processed at a time',
  );
}

/** IAM's refusal, which names user, action and resource. */
export function denied(call: Call, accountId: string): Refused {
  const action = `${call.service}:${call.operation}`;
  return refused(
    NAMES[call.service].denied,
    `User: ${call.identity.arn} is not authorized to perform: ${action} on resource: ${resourceOf(call, accountId)} because no identity-based policy allows the ${action} action`,
  );
}

function resourceOf({ service, region, input }: Call, accountId: string): string {
  const arn = stringAt(input, 'ResourceArn') ?? stringAt(input, 'TopicArn');
  if (arn !== undefined) return arn;
  const queue = stringAt(input, 'QueueUrl')?.split('/').at(-1) ?? stringAt(input, 'QueueName');
  if (service === 'sqs') return `arn:aws:sqs:${region}:${accountId}:${queue ?? '*'}`;
  if (service !== 'cognito-idp') return '*';
  return `arn:aws:cognito-idp:${region}:${accountId}:userpool/${stringAt(input, 'UserPoolId') ?? '*'}`;
}

import { type Refused, refused } from './answer.ts';
import type { Call, ServiceName } from './call.ts';
import { objectsAt, stringAt } from './json.ts';
import { parameterArn } from './ssm/parameters.ts';

/** The name under which each service says that it had too many requests, and that it broke. */
const NAMES: {
  readonly [S in ServiceName]: {
    readonly throttled: string;
    readonly broken: string;
    readonly denied: string;
    /** 400 where a service doesn't say another. */
    readonly status?: { readonly throttled: number; readonly denied: number };
  };
} = {
  cloudtrail: {
    throttled: 'ThrottlingException',
    broken: 'InternalFailure',
    denied: 'AccessDeniedException',
  },
  'cognito-idp': {
    throttled: 'TooManyRequestsException',
    broken: 'InternalErrorException',
    denied: 'AccessDeniedException',
  },
  // Statuses: common errors and ListRegions, AWS Account Management API reference.
  account: {
    throttled: 'TooManyRequestsException',
    broken: 'InternalServerException',
    denied: 'AccessDeniedException',
    status: { throttled: 429, denied: 403 },
  },
  events: { throttled: 'ThrottlingException', broken: 'InternalException', denied: 'AccessDeniedException' },
  iam: {
    throttled: 'Throttling',
    broken: 'ServiceFailure',
    denied: 'AccessDenied',
    status: { throttled: 400, denied: 403 },
  },
  // Statuses: BatchImportFindings, AWS Security Hub API reference.
  securityhub: {
    throttled: 'LimitExceededException',
    broken: 'InternalException',
    denied: 'AccessDeniedException',
    status: { throttled: 429, denied: 403 },
  },
  sns: { throttled: 'Throttled', broken: 'InternalError', denied: 'AuthorizationError' },
  sqs: { throttled: 'RequestThrottled', broken: 'InternalError', denied: 'AccessDeniedException' },
  ssm: { throttled: 'ThrottlingException', broken: 'InternalServerError', denied: 'AccessDeniedException' },
  sts: { throttled: 'Throttling', broken: 'InternalFailure', denied: 'AccessDenied' },
};

/** Too many requests. */
export function throttled({ service }: Call): Refused {
  const { throttled: code, status } = NAMES[service];
  return refused(code, 'Rate exceeded', status?.throttled);
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
    NAMES[call.service].status?.denied,
  );
}

function resourceOf({ service, region, input }: Call, accountId: string): string {
  const arn = stringAt(input, 'ResourceArn') ?? stringAt(input, 'TopicArn');
  if (arn !== undefined) return arn;
  const queue = stringAt(input, 'QueueUrl')?.split('/').at(-1) ?? stringAt(input, 'QueueName');
  if (service === 'sqs') return `arn:aws:sqs:${region}:${accountId}:${queue ?? '*'}`;
  const rule = stringAt(input, 'Rule') ?? stringAt(input, 'Name');
  if (service === 'events')
    return `arn:aws:events:${region}:${accountId}:${rule === undefined ? 'event-bus/default' : `rule/${rule}`}`;
  if (service === 'iam') return stringAt(input, 'PolicySourceArn') ?? '*';
  if (service === 'securityhub') return stringAt(objectsAt(input, 'Findings')[0] ?? {}, 'ProductArn') ?? '*';
  if (service === 'ssm') return parameterArn(region, accountId, stringAt(input, 'Name') ?? '*');
  if (service !== 'cognito-idp') return '*';
  return `arn:aws:cognito-idp:${region}:${accountId}:userpool/${stringAt(input, 'UserPoolId') ?? '*'}`;
}

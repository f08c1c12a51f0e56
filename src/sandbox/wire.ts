import { type Answer, type Refused, refused } from './answer.ts';
import type { ServiceName } from './call.ts';
import type { WireRequest, WireResponse } from './http-server.ts';
import { isObject, type JsonObject } from './json.ts';
import { readQuery, writeQuery } from './query-protocol.ts';

/** A request with its service and operation known; who sent it is another matter. */
export interface ReadRequest {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: JsonObject;
}

const JSON_TARGETS: { readonly [prefix: string]: ServiceName } = {
  AWSCognitoIdentityProviderService: 'cognito-idp',
  AWSEvents: 'events',
  CloudTrail_20131101: 'cloudtrail',
  AmazonSQS: 'sqs',
  AmazonSSM: 'ssm',
};

/** Operations of services whose protocol is REST JSON, by service, method and path. */
const REST_OPERATIONS: { readonly [request: string]: Pick<ReadRequest, 'service' | 'operation'> } = {
  'account POST /listRegions': { service: 'account', operation: 'ListRegions' },
  'securityhub POST /findings/import': { service: 'securityhub', operation: 'BatchImportFindings' },
};

const QUERY_NAMESPACES: { readonly [S in ServiceName]?: string } = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sns: 'http://sns.amazonaws.com/doc/2010-03-31/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};

/**
 * Reads a request in the protocol of its service: AWS JSON 1.1 (Cognito, CloudTrail, EventBridge, SSM), AWS JSON 1.0
 * (SQS), AWS query (IAM, SNS, STS), REST JSON (Account Management, Security Hub).
 *
 * @param signedFor the service in the signature's credential scope: query and REST requests don't name it
 */
export function readRequest(request: WireRequest, signedFor: string): ReadRequest | Refused {
  const target = request.headers['x-amz-target'];
  if (target !== undefined) {
    // The AWS CLI writes CloudTrail's prefix with the package that it comes from before it.
    const [operation = '', prefix = ''] = target.split('.').reverse();
    const service = Object.hasOwn(JSON_TARGETS, prefix) ? JSON_TARGETS[prefix] : undefined;
    if (!service) return refused('UnknownOperationException', `Unknown target: ${target}`);
    return withInput({ service, operation }, request.body);
  }
  const rest = `${signedFor} ${request.method} ${request.path}`;
  const operation = Object.hasOwn(REST_OPERATIONS, rest) ? REST_OPERATIONS[rest] : undefined;
  if (operation) return withInput(operation, request.body);
  if (signedFor !== 'iam' && signedFor !== 'sns' && signedFor !== 'sts') {
    return refused('UnknownOperationException', `The sandbox has no service ${signedFor}`);
  }
  return { service: signedFor, ...readQuery(request.body) };
}

function withInput(
  operation: Pick<ReadRequest, 'service' | 'operation'>,
  body: string,
): ReadRequest | Refused {
  const input = parseObject(body);
  return input
    ? { ...operation, input }
    : refused('SerializationException', 'The request body is not a JSON object');
}

function parseObject(body: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const CONTENT_TYPES: { readonly [S in ServiceName]?: string } = {
  account: 'application/json',
  securityhub: 'application/json',
  sqs: 'application/x-amz-json-1.0',
};

/** Writes an answer in the protocol of its service, errors so that an SDK finds their names. */
export function writeAnswer(
  { service, operation }: Pick<ReadRequest, 'service' | 'operation'>,
  answer: Answer,
  requestId: string,
): WireResponse {
  const status = answer.kind === 'refused' ? answer.status : 200;
  const namespace = QUERY_NAMESPACES[service];
  if (namespace !== undefined) {
    const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': requestId };
    return { kind: 'sent', status, headers, body: writeQuery(operation, answer, requestId, namespace) };
  }
  const headers: Record<string, string> = {
    'content-type': CONTENT_TYPES[service] ?? 'application/x-amz-json-1.1',
    'x-amzn-requestid': requestId,
  };
  if (answer.kind === 'answered') return { kind: 'sent', status, headers, body: JSON.stringify(answer.body) };
  headers['x-amzn-errortype'] = answer.code;
  const type = service === 'sqs' ? `com.amazonaws.sqs#${answer.code}` : answer.code;
  const body =
    service === 'securityhub'
      ? { Code: answer.code, Message: answer.message }
      : { __type: type, message: answer.message };
  return { kind: 'sent', status, headers, body: JSON.stringify(body) };
}

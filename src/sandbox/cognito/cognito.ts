import { type Answer, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import type { JsonObject } from '../json.ts';
import { checkRequest } from './check-request.ts';
import { createUserPoolClient, deleteUserPoolClient, updateUserPoolClient } from './clients.ts';
import { createUserPool } from './create-user-pool.ts';
import { deleteUserPool } from './delete-user-pool.ts';
import { describeUserPool } from './describe-user-pool.ts';
import { listUserPools } from './list-user-pools.ts';
import { getUserPoolMfaConfig, setUserPoolMfaConfig } from './mfa-config.ts';
import type { CognitoWorld, Operation } from './operation.ts';
import { type CognitoOperation, REQUEST_SHAPES } from './request-shapes.ts';
import { setRiskConfiguration } from './set-risk-configuration.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { updateUserPool } from './update-user-pool.ts';

const OPERATIONS: { readonly [O in CognitoOperation]: Operation } = {
  CreateUserPool: createUserPool,
  DescribeUserPool: describeUserPool,
  UpdateUserPool: updateUserPool,
  DeleteUserPool: deleteUserPool,
  ListUserPools: listUserPools,
  GetUserPoolMfaConfig: getUserPoolMfaConfig,
  SetUserPoolMfaConfig: setUserPoolMfaConfig,
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTagsForResource,
  CreateUserPoolClient: createUserPoolClient,
  UpdateUserPoolClient: updateUserPoolClient,
  DeleteUserPoolClient: deleteUserPoolClient,
  SetRiskConfiguration: setRiskConfiguration,
};

/** Whether the operation changes something, so that CloudTrail records it as a write. */
export function isWrite(operation: string): boolean {
  return !/^(Describe|Get|List)/.test(operation);
}

/** Whether the sandbox's Cognito has this operation. */
export function isCognitoOperation(operation: string): operation is CognitoOperation {
  return Object.hasOwn(OPERATIONS, operation);
}

/** What came of a call: the answer, the request as the service understood it, and the members it ignored. */
export interface CognitoRun {
  readonly answer: Answer;
  readonly input: JsonObject;
  readonly ignored: readonly string[];
}

/** Runs one Cognito call: unknown operation, shape, then the operation itself. */
export function runCognito(world: CognitoWorld, call: Call): CognitoRun {
  const { operation, input } = call;
  if (!isCognitoOperation(operation)) {
    return {
      answer: refused('UnknownOperationException', `Unknown operation: ${operation}`),
      input,
      ignored: [],
    };
  }
  const checked = checkRequest(REQUEST_SHAPES[operation], input, (path) =>
    world.futureMembers.accepts(operation, path),
  );
  if (checked.kind === 'refused') return { answer: checked, input, ignored: [] };
  return {
    answer: OPERATIONS[operation](world, call, checked.input),
    input: checked.input,
    ignored: checked.ignored,
  };
}

import type { Actor, CallCause } from '../../src/change/cause.ts';
import type { PoolChange } from '../../src/change/pool-change.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';

/** A developer's session of an assumed role, with the AWS CLI. */
export const anActor = (overrides: Partial<Actor> = {}): Actor => ({
  type: 'AssumedRole',
  arn: 'arn:aws:sts::111122223333:assumed-role/Developer/on-call',
  accountId: '111122223333',
  sessionName: 'on-call',
  sessionIssuer: 'arn:aws:iam::111122223333:role/Developer',
  sourceIpAddress: '203.0.113.7',
  userAgent: 'aws-cli/2.31.0',
  ...overrides,
});

/** An UpdateUserPool call by that developer. */
export const aCall = (overrides: Partial<CallCause> = {}): CallCause => ({
  kind: 'call',
  call: 'UpdateUserPool',
  eventSource: 'cognito-idp.amazonaws.com',
  eventId: '5f7c9b1e-4a8d-4c06-9d59-2f3f8f1f0a11',
  eventTime: '2026-11-23T09:14:07Z',
  actor: anActor(),
  governed: true,
  ...overrides,
});

/** That call, on the pool `eu-west-1_AbCdEf123`. */
export const aPoolChange = (overrides: Partial<PoolChange> = {}): PoolChange => ({
  kind: 'pool-change',
  pool: poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123'),
  cause: aCall(),
  ...overrides,
});

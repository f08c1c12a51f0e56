import { describe, expect, it } from 'vitest';
import { callGroups } from '../../src/change/call-groups.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';

const asked = { kind: 'asked', eventTime: '2026-11-23T10:00:00Z' } as const;
const pipeline = anActor({ arn: 'arn:aws:sts::111122223333:assumed-role/Deployer/ci' });

const named = (...calls: readonly string[]) => calls.map((call) => aCall({ call }));

describe('callGroups', () => {
  it('counts the calls of one name by one caller, and shows the first', () => {
    const first = aCall({ eventId: 'a' });
    const fromElsewhere = anActor({ sourceIpAddress: '198.51.100.9', userAgent: 'Boto3/1.40' });

    const groups = callGroups([first, aCall({ eventId: 'b', actor: fromElsewhere }), asked]);

    expect(groups).toEqual([{ call: first, times: 2 }]);
  });

  it.each([
    ['another caller', aCall({ actor: pipeline })],
    ['another call', aCall({ call: 'SetUserPoolMfaConfig' })],
    [
      'a service that acted for the caller',
      aCall({ actor: anActor({ invokedBy: 'cloudformation.amazonaws.com' }) }),
    ],
  ])('keeps apart: %s', (_what, other) => {
    expect(callGroups([aCall(), other])).toHaveLength(2);
  });

  it('begins with what can take over a pool and ends with looks and tags', () => {
    const ordered = named(
      'CreateIdentityProvider',
      'SetRiskConfiguration',
      'UpdateUserPoolClient',
      'DeleteUserPool',
      'UpdateUserPool',
      'CreateUserPoolDomain',
      'TagResource',
    );

    const groups = callGroups(ordered.toReversed());

    expect(groups.map(({ call }) => call)).toEqual(ordered);
  });

  it('keeps the order of calls of one weight', () => {
    const calls = named('SetUserPoolMfaConfig', 'CreateUserPool', 'UpdateUserPool');

    expect(callGroups(calls).map(({ call }) => call)).toEqual(calls);
  });
});

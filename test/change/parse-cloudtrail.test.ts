import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCloudTrail } from '../../src/change/parse-cloudtrail.ts';
import { aCall, aPoolChange } from '../support/a-pool-change.ts';

const here = { accountId: '111122223333' };

const poolArn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';

const eventOf = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../events/${file}.json`, import.meta.url), 'utf8')) as {
    [member: string]: unknown;
    detail: { [member: string]: unknown };
  };

/** The event of an assumed role with other members in its record. */
const withDetail = (detail: { [member: string]: unknown }): ReturnType<typeof eventOf> => {
  const event = eventOf('update-user-pool/assumed-role');
  return { ...event, detail: { ...event.detail, ...detail } };
};

const reasonOf = (event: unknown): string => {
  const parsed = parseCloudTrail(event, here);
  return parsed.kind === 'ignored' ? parsed.reason : parsed.kind;
};

describe('parseCloudTrail', () => {
  it('reads the pool, the call and its maker', () => {
    const event = eventOf('update-user-pool/assumed-role');

    const change = parseCloudTrail(event, here);

    const requested = [
      { setting: 'Policies.PasswordPolicy.MinimumLength', value: 8 },
      { setting: 'Policies.PasswordPolicy.RequireUppercase', value: false },
      { setting: 'Policies.PasswordPolicy.RequireLowercase', value: true },
      { setting: 'Policies.PasswordPolicy.RequireNumbers', value: false },
      { setting: 'Policies.PasswordPolicy.RequireSymbols', value: false },
    ] as const;
    expect(change).toEqual(
      aPoolChange({ cause: aCall({ eventId: String(event.detail.eventID), requested }) }),
    );
  });

  it.each([
    [
      'the call names no settings',
      { eventName: 'UntagResource', requestParameters: { resourceArn: poolArn } },
    ],
    [
      'CloudTrail left the request out',
      {
        eventName: 'CreateUserPool',
        requestParameters: { omitted: 'true' },
        responseElements: { userPool: { id: 'eu-west-1_AbCdEf123' } },
      },
    ],
  ])('says nothing of what was requested where %s', (_, detail) => {
    const change = parseCloudTrail(withDetail(detail), here);

    expect(change).toMatchObject({ kind: 'pool-change' });
    expect(change).not.toHaveProperty('cause.requested');
  });

  it('ignores a call in a Region that isn’t governed, and says which ones are', () => {
    const event = eventOf('update-user-pool/assumed-role');

    const parsed = (...regions: readonly string[]) => parseCloudTrail(event, { ...here, regions });

    expect(parsed('us-east-1', 'eu-west-1').kind).toBe('pool-change');
    expect(parsed('us-east-1', 'us-west-2')).toMatchObject({
      kind: 'ignored',
      reason: 'other-region',
      detail:
        'UpdateUserPool was recorded in eu-west-1, which is none of the Regions that are looked after: us-east-1, us-west-2. The parameter regions of the deployment names them.',
    });
  });

  it('says who was refused access, and to which pool', () => {
    const denied = withDetail({ errorCode: 'AccessDenied' });
    const nameless = withDetail({ errorCode: 'AccessDeniedException', requestParameters: null });

    expect(parseCloudTrail(denied, here)).toMatchObject({
      kind: 'ignored',
      reason: 'failed-call',
      denied: { error: 'AccessDenied', cause: { call: 'UpdateUserPool' }, pool: { arn: poolArn } },
    });
    expect(parseCloudTrail(nameless, here)).toMatchObject({ denied: { error: 'AccessDeniedException' } });
    expect(parseCloudTrail(nameless, here)).not.toHaveProperty('denied.pool');
    expect(parseCloudTrail(withDetail({ errorCode: 'LimitExceededException' }), here)).not.toHaveProperty(
      'denied',
    );
  });

  it.each([
    ['nothing', undefined, 'not-an-event'],
    ['a record without its envelope', eventOf('update-user-pool/assumed-role').detail, 'not-an-event'],
    ['a list', [eventOf('update-user-pool/assumed-role')], 'not-an-event'],
    [
      'a service event',
      { ...withDetail({}), 'detail-type': 'AWS Service Event via CloudTrail' },
      'not-an-api-call',
    ],
    ['a record without an event id', { ...withDetail({ eventID: null }), id: '' }, 'not-an-event'],
    ['a record without a time', { ...withDetail({ eventTime: 'yesterday' }), time: 7 }, 'not-an-event'],
    [
      "a record's bad Region beside the envelope's good one",
      withDetail({ awsRegion: 'x.example.com/' }),
      'pool-change',
    ],
    ['no Region at all', { ...withDetail({ awsRegion: '@' }), region: '@' }, 'not-an-event'],
    ['a call that only reads', withDetail({ eventName: 'DescribeUserPool' }), 'not-watched'],
    ['the same call of another service', withDetail({ eventSource: 'sso.amazonaws.com' }), 'not-watched'],
    ["an inherited member's name as source", withDetail({ eventSource: 'constructor' }), 'not-watched'],
    ["an inherited member's name as call", withDetail({ eventName: 'toString' }), 'not-watched'],
    ['another account', withDetail({ recipientAccountId: '444455556666' }), 'other-account'],
    ['an error code that is no text', withDetail({ errorCode: 7 }), 'pool-change'],
    ['a failure inside AWS', withDetail({ errorCode: 'InternalErrorException' }), 'pool-change'],
    ['an error newer than our list', withDetail({ errorCode: 'ErrorOfTomorrowException' }), 'pool-change'],
    ['a refusal', withDetail({ errorCode: 'InvalidParameterException' }), 'failed-call'],
    [
      'omitted parameters of a call that failed inside AWS',
      withDetail({ errorCode: 'InternalFailure', requestParameters: { omitted: 'true' } }),
      'region-change',
    ],
    ['an error code of null', withDetail({ errorCode: null }), 'pool-change'],
    ['a pool id that is none', withDetail({ requestParameters: { userPoolId: '../..' } }), 'no-pool-id'],
    [
      'redacted parameters',
      withDetail({ requestParameters: 'HIDDEN_DUE_TO_SECURITY_REASONS' }),
      'no-pool-id',
    ],
    ['no parameters', withDetail({ requestParameters: null }), 'no-pool-id'],
    [
      'omitted parameters as a boolean',
      withDetail({ requestParameters: { omitted: true } }),
      'region-change',
    ],
    [
      'an omitted response to a call that names no pool',
      withDetail({
        eventName: 'CreateUserPool',
        requestParameters: { poolName: 'checkout' },
        responseElements: { omitted: 'true' },
      }),
      'region-change',
    ],
    [
      'omitted parameters beside a response that names the pool',
      withDetail({
        eventName: 'CreateUserPool',
        requestParameters: { omitted: 'true' },
        responseElements: { userPool: { id: 'eu-west-1_AbCdEf123' } },
      }),
      'pool-change',
    ],
    [
      'an omitted response to a call that names the pool',
      withDetail({ responseElements: { omitted: 'true' } }),
      'pool-change',
    ],
    [
      'omitted parameters of a call that no rule speaks of',
      withDetail({ eventName: 'SetUICustomization', requestParameters: { omitted: 'true' } }),
      'request-omitted',
    ],
    [
      'omitted parameters of a denied call',
      withDetail({ errorCode: 'AccessDenied', requestParameters: { omitted: 'true' } }),
      'failed-call',
    ],
    [
      "an ARN of another account's pool",
      withDetail({
        eventName: 'TagResource',
        requestParameters: {
          resourceArn: 'arn:aws:cognito-idp:eu-west-1:444455556666:userpool/eu-west-1_AbCdEf123',
        },
      }),
      'other-account',
    ],
  ])('takes %s for what it is', (_, event, expected) => {
    expect(reasonOf(event)).toBe(expected);
  });

  it("falls back on the envelope's Region, id, time and account", () => {
    const event = withDetail({
      awsRegion: undefined,
      eventID: undefined,
      eventTime: undefined,
      recipientAccountId: undefined,
    });

    const change = parseCloudTrail(event, here);

    expect(change).toMatchObject({
      pool: { region: 'eu-west-1', accountId: '111122223333' },
      cause: { eventId: event.id, eventTime: event.time },
    });
  });

  it('names the Region, the call and its maker where the parameters are left out', () => {
    const event = eventOf('update-user-pool/omitted');

    const change = parseCloudTrail(event, here);

    expect(change).toEqual({
      kind: 'region-change',
      region: 'eu-west-1',
      accountId: '111122223333',
      cause: aCall({ eventId: String(event.detail.eventID) }),
    });
  });

  it('names the error of a failed call', () => {
    expect(parseCloudTrail(eventOf('update-user-pool/denied'), here)).toMatchObject({
      detail: 'UpdateUserPool failed with AccessDenied.',
    });
  });

  it("builds the pool's partition from its Region", () => {
    const event = withDetail({
      awsRegion: 'us-gov-west-1',
      requestParameters: { userPoolId: 'us-gov-west-1_AbCdEf123' },
    });

    expect(parseCloudTrail(event, here)).toMatchObject({
      pool: { arn: 'arn:aws-us-gov:cognito-idp:us-gov-west-1:111122223333:userpool/us-gov-west-1_AbCdEf123' },
    });
  });

  it('follows a pool call that is newer than its table, without governing it', () => {
    const change = parseCloudTrail(withDetail({ eventName: 'SetUserPoolTomorrow' }), here);

    expect(change).toMatchObject({ cause: { call: 'SetUserPoolTomorrow', governed: false } });
  });
});

describe('parseCloudTrail, whatever comes in', () => {
  const whole = (value: unknown): boolean => JSON.stringify(value).isWellFormed();

  it('never throws, and gives a change or a reason with one sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), fc.jsonValue()),
        (event) => {
          const parsed = parseCloudTrail(event, here);

          return parsed.kind !== 'ignored' || (parsed.detail.endsWith('.') && whole(parsed));
        },
      ),
    );
  });

  it('survives any member of a record being anything, and keeps texts below 2 KB', () => {
    const { detail } = eventOf('update-user-pool/cloudformation');
    const members = Object.keys(detail);
    const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary', maxLength: 5000, size: 'max' }));
    const identity = fc.dictionary(
      fc.constantFrom('type', 'arn', 'accountId', 'invokedBy', 'sessionContext'),
      anything,
    );
    const change = fc.record({ userIdentity: fc.oneof(anything, identity) }, { requiredKeys: [] });

    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...members), anything), change, (changed, more) => {
        const parsed = parseCloudTrail(withDetail({ ...changed, ...more }), here);

        const texts = parsed.kind === 'ignored' ? [parsed.detail] : Object.values(parsed.cause.actor);
        return texts.every((text) => typeof text === 'string' && text.length <= 2048 && text.isWellFormed());
      }),
    );
  });

  it('gives no Region that could be anything but a Region where no pool is named', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `eu-west-1${text}`),
        ),
        (awsRegion) => {
          const requestParameters = { omitted: 'true' };
          const event = withDetail({ awsRegion, requestParameters });

          const parsed = parseCloudTrail({ ...event, region: awsRegion }, here);

          return parsed.kind !== 'region-change' || /^[a-z\d-]+$/.test(parsed.region);
        },
      ),
    );
  });

  it('gives no pool whose Region or id could be anything but a Region and an id', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (awsRegion, userPoolId) => {
        const parsed = parseCloudTrail(
          { ...withDetail({ awsRegion, requestParameters: { userPoolId } }), region: awsRegion },
          here,
        );

        return parsed.kind !== 'pool-change' || /^[\w-]+$/.test(`${parsed.pool.region}${parsed.pool.id}`);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { collectMisses } from '../../../src/cli/live/misses.ts';
import { PoolUnreachableError } from '../../../src/pool/errors.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';

const denied = (id: string, more = 'because no identity-based policy allows the action'): Error => {
  const pool = poolRef('111122223333', id.split('_')[0] ?? '', id);
  const cause = new Error(
    `User: arn:aws:iam::111122223333:user/ada is not authorized to perform: cognito-idp:DescribeUserPool on resource: ${pool.arn} ${more}`,
  );
  cause.name = 'AccessDeniedException';
  return new PoolUnreachableError('read', pool, cause);
};

const missed = (...errors: (readonly [string, Error])[]) => {
  const misses = collectMisses();
  for (const [id, error] of errors) misses.add({ region: id.split('_')[0] ?? '', pool: id }, error);
  return misses.unreached();
};

describe('what could not be looked at', () => {
  it('names the action to add, and the pool', () => {
    expect(missed(['eu-west-1_A', denied('eu-west-1_A')])).toEqual([
      {
        what: 'eu-west-1_A',
        message:
          'Not allowed: add the IAM action cognito-idp:DescribeUserPool on arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_A.',
      },
    ]);
  });

  it('names an action once for all pools and Regions', () => {
    const ids = ['eu-west-1_A', 'eu-west-1_B', 'us-east-1_C'];

    expect(missed(...ids.map((id) => [id, denied(id)] as const))).toEqual([
      {
        what: '3 pools of eu-west-1, us-east-1',
        message:
          'Not allowed: add the IAM action cognito-idp:DescribeUserPool on arn:aws:cognito-idp:*:111122223333:userpool/*. The first is eu-west-1_A.',
      },
    ]);
  });

  it('says of a service control policy that it denies, and asks for no permission', () => {
    const [only] = missed([
      'eu-west-1_A',
      denied('eu-west-1_A', 'with an explicit deny in a service control policy'),
    ]);

    expect(only?.message).toMatch(
      /^Not allowed: a service control policy denies cognito-idp:DescribeUserPool/,
    );
  });

  it('leaves out Regions without Cognito where nobody named them, and says which', () => {
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const every = collectMisses(true);
    const named = collectMisses();

    for (const misses of [every, named]) misses.add({ region: 'ap-east-2' }, unknown);

    expect([every.unreached(), every.withoutCognito()]).toEqual([[], ['ap-east-2']]);
    expect([named.unreached().length, named.withoutCognito()]).toEqual([1, []]);
  });

  it('says of a Region that is named and has no Cognito what an endpoint that leads nowhere means', () => {
    const misses = collectMisses();

    misses.add(
      { region: 'ap-east-2' },
      Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }),
    );

    expect(misses.unreached()).toEqual([
      {
        what: 'ap-east-2',
        message: 'AWS has no such service there, or this machine has no way to it: getaddrinfo ENOTFOUND.',
      },
    ]);
  });

  it('says of a Region without opt-in what the credentials’ error means', () => {
    const error = new Error('The security token included in the request is invalid.');
    error.name = 'UnrecognizedClientException';
    const misses = collectMisses();
    misses.add({ region: 'af-south-1' }, error);

    expect(misses.unreached()).toMatchObject([
      { what: 'af-south-1', message: expect.stringContaining('the Region is not enabled') },
    ]);
  });
});

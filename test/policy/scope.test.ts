import { describe, expect, it } from 'vitest';
import { containsScope } from '../../src/policy/contains-scope.ts';
import { compileScope } from '../../src/policy/loader/compile-scope.ts';
import type { Scope } from '../../src/policy/policy.ts';
import type { PolicyFile } from '../../src/policy/policy-file.ts';
import { binds } from '../../src/policy/scope.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const scopeOf = (written: PolicyFile['appliesTo']): Scope => {
  const { scope } = compileScope(written);
  if (!scope) throw new Error('The scope has a glob that is none.');
  return scope;
};

const arn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';
const otherArn = 'arn:aws:cognito-idp:us-east-1:444455556666:userpool/us-east-1_AbCdEf123';

describe('scope', () => {
  it.each<[PolicyFile['appliesTo'], boolean]>([
    [{}, true],
    [{ accounts: ['111122223333'] }, true],
    [{ accounts: ['444455556666'] }, false],
    [{ regions: ['us-east-1', 'eu-west-1'] }, true],
    [{ regions: ['us-east-1'] }, false],
    [{ pools: [arn] }, true],
    [{ pools: [otherArn] }, false],
    [{ names: ['checkout-*'] }, true],
    [{ names: ['staff-*', '{basket,checkout}-production'] }, true],
    [{ names: ['Checkout-*'] }, false],
    [{ names: ['checkout'] }, false],
    [{ tags: { team: 'checkout' } }, true],
    [{ tags: { team: ['basket', 'checkout'], environment: 'production' } }, true],
    [{ tags: { team: 'checkout', environment: 'preview' } }, false],
    [{ tags: { constructor: 'checkout' } }, false],
    [{ accounts: ['111122223333'], regions: ['us-east-1'] }, false],
  ])('%o binds the checkout pool of eu-west-1: %s', (written, expected) => {
    expect(binds(scopeOf(written), aPoolSnapshot())).toBe(expected);
  });

  it('contains no scope whose pools are no ARNs', () => {
    expect(containsScope({ regions: ['eu-west-1'] }, { pools: ['eu-west-1_AbCdEf123'] })).toBe(false);
  });

  it('binds no pool by a name that AWS did not tell', () => {
    expect(binds(scopeOf({ names: ['*'] }), aPoolSnapshot({ userPool: { Name: undefined } }))).toBe(false);
  });

  it('lets no line break take a pool out of a name pattern', () => {
    expect(
      binds(scopeOf({ names: ['checkout*'] }), aPoolSnapshot({ userPool: { Name: 'checkout\nx' } })),
    ).toBe(true);
  });

  it.each([
    ['*', '.hidden', true],
    ['checkout*', 'checkout/production', true],
    ['!staff', 'checkout', false],
    ['@(checkout|staff)', 'checkout', false],
  ])('takes %s for a pattern of %s: %s', (glob, name, expected) => {
    expect(binds(scopeOf({ names: [glob] }), aPoolSnapshot({ userPool: { Name: name } }))).toBe(expected);
  });

  it.each(['a.b', 'a+b', 'a b', 'a@b', '.hidden', 'a=b,c'])('takes %s as a plain name', (name) => {
    const scope = scopeOf({ names: [name] });

    expect(binds(scope, aPoolSnapshot({ userPool: { Name: name } }))).toBe(true);
    expect(binds(scope, aPoolSnapshot({ userPool: { Name: `${name}x` } }))).toBe(false);
  });

  it.each<[PolicyFile['appliesTo'], PolicyFile['appliesTo'], boolean]>([
    [{}, {}, true],
    [{}, { regions: ['eu-west-1'] }, true],
    [{ regions: ['eu-west-1'] }, {}, false],
    [{ regions: ['eu-west-1', 'us-east-1'] }, { regions: ['us-east-1'] }, true],
    [{ regions: ['eu-west-1'] }, { pools: [arn] }, true],
    [{ accounts: ['111122223333'] }, { pools: [arn, otherArn] }, false],
    [{ regions: ['us-east-1'] }, { pools: [arn] }, false],
    [{ accounts: ['111122223333'] }, { pools: [arn] }, true],
    [{ accounts: ['111122223333', '444455556666'] }, { pools: [arn, otherArn] }, true],
    [{ accounts: ['444455556666'] }, { accounts: ['444455556666'], pools: [arn] }, true],
    [{ accounts: ['444455556666'] }, { accounts: ['111122223333'] }, false],
    [{ pools: [arn, otherArn] }, { pools: [arn] }, true],
    [{ pools: [arn] }, { pools: [arn, otherArn] }, false],
    [{ pools: [arn] }, {}, false],
    [{ names: ['staff-*'] }, {}, false],
    [{ names: ['staff-*', 'a'] }, { names: ['staff-*'] }, true],
    [{ tags: { team: ['a'] } }, { tags: { team: ['a', 'b'] } }, false],
    [{ tags: { team: ['a'], stage: 'x' } }, { tags: { team: ['a'] } }, false],
    [{ names: ['staff-*'] }, { names: ['staff-*'] }, true],
    [{ names: ['staff-*'] }, { names: ['staff-berlin'] }, false],
    [{ tags: { team: ['a', 'b'] } }, { tags: { team: 'a', stage: 'x' } }, true],
    [{ tags: { team: 'a' } }, { tags: { stage: 'x' } }, false],
    [{ tags: { team: 'a' } }, {}, false],
  ])('%o contains %o as far as anybody can tell: %s', (outer, inner, expected) => {
    expect(containsScope(scopeOf(outer), scopeOf(inner))).toBe(expected);
  });
});

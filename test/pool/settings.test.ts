import {
  SetUserPoolMfaConfigRequest$,
  UpdateUserPoolRequest$,
  UserPoolType$,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import {
  findSetting,
  formerPlaceOf,
  isGovernable,
  isSentInUpdate,
  settings,
} from '../../src/pool/settings.ts';

/** The SDK's runtime schema of a structure: member names at 4, member schemas at 5. Lists and maps have no names. */
const leaves = (schema: unknown, path = ''): string[] => {
  const structure = typeof schema === 'function' ? (schema as () => unknown)() : schema;
  const [kind, , , , names, members] = structure as [number, string, string, unknown, string[], unknown[]];
  if (kind !== 3) return [path];
  return names.flatMap((name, index) => {
    const [member] = [members[index]].flat(0);
    const here = path === '' ? name : `${path}.${name}`;
    return Array.isArray(member) || typeof member === 'function' ? leaves(member, here) : [here];
  });
};

describe('the settings catalogue', () => {
  it('has a row for every leaf that UpdateUserPool takes in the installed SDK', () => {
    const missing = leaves(UpdateUserPoolRequest$).filter(
      (path) => path !== 'UserPoolId' && !isSentInUpdate(findSetting(path) ?? ({ calls: ['none'] } as never)),
    );

    expect(leaves(UpdateUserPoolRequest$).length).toBeGreaterThan(60);
    expect(missing).toEqual([]);
  });

  it('has a row for every leaf that SetUserPoolMfaConfig takes in the installed SDK', () => {
    const missing = leaves(SetUserPoolMfaConfigRequest$).filter(
      (path) => path !== 'UserPoolId' && !findSetting(path)?.calls.includes('SetUserPoolMfaConfig'),
    );

    expect(missing).toEqual([]);
  });

  it('has a row for every member that DescribeUserPool answers', () => {
    const tops = new Set(
      settings.flatMap(({ path, read }) => [path.split('.')[0], read?.path.split('.')[0]]),
    );

    expect((UserPoolType$[4] as string[]).filter((member) => !tops.has(member))).toEqual([]);
  });

  it('never sends what only DescribeUserPool has', () => {
    const input = new Set(UpdateUserPoolRequest$[4] as string[]);
    const wronglySent = settings.filter(
      (setting) => isSentInUpdate(setting) && !input.has(setting.path.split('.')[0] ?? ''),
    );

    expect(wronglySent).toEqual([]);
  });

  it('names every setting once', () => {
    const paths = settings.map(({ path }) => path);

    expect(new Set(paths).size).toBe(paths.length);
  });

  it('lets no rule name a former place or a mirror', () => {
    expect(isGovernable(findSetting('EmailVerificationMessage') as never)).toBe(false);
    expect(isGovernable(findSetting('SmsMfaConfiguration.SmsAuthenticationMessage') as never)).toBe(false);
    expect(isGovernable(findSetting('Policies.PasswordPolicy.MinimumLength') as never)).toBe(true);
  });

  it('folds former places and mirrors into rows that exist', () => {
    const targets = settings.flatMap(({ foldedInto, sameAs }) =>
      [foldedInto, sameAs].filter((path) => path !== undefined),
    );

    expect(targets.filter((path) => findSetting(path) === undefined)).toEqual([]);
    expect(formerPlaceOf(findSetting('VerificationMessageTemplate.EmailSubject') as never)?.path).toBe(
      'EmailVerificationSubject',
    );
  });
});

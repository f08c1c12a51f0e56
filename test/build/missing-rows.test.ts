import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { missingRows } from '../../build/missing-rows.ts';

type Schema = readonly unknown[];

/** A structure's schema with one more member: a text, or of the schema given. */
const withMember = (structure: unknown, name: string, schema: unknown = 0): Schema => {
  const [kind, space, own, traits, names, schemas] = structure as Schema;
  return [kind, space, own, traits, [...(names as Schema), name], [...(schemas as Schema), schema]];
};

/** A structure's schema with another schema for one of its members. */
const withSchema = (structure: unknown, member: string, schema: unknown): Schema => {
  const [kind, space, own, traits, names, schemas] = structure as Schema;
  const at = (names as Schema).indexOf(member);
  return [kind, space, own, traits, names, (schemas as Schema).toSpliced(at, 1, schema)];
};

const aStructure = (...members: readonly string[]): Schema => [
  3,
  'com.example',
  'New',
  0,
  members,
  members.map(() => 0),
];

describe('the comparison of an SDK with the catalogue', () => {
  it('finds nothing missing for the SDK that is installed', () => {
    expect(missingRows(sdk)).toEqual([]);
  });

  it.each([
    ['at the top', withMember(sdk.UpdateUserPoolRequest$, 'QuantumConfiguration'), ['QuantumConfiguration']],
    [
      'with its own structure, in all its leaves',
      withMember(sdk.UpdateUserPoolRequest$, 'QuantumConfiguration', () => aStructure('Level', 'Basis')),
      ['QuantumConfiguration.Level', 'QuantumConfiguration.Basis'],
    ],
    [
      'inside a structure',
      withSchema(sdk.UpdateUserPoolRequest$, 'Policies', () =>
        withSchema(sdk.UserPoolPolicyType$, 'PasswordPolicy', () =>
          withMember(sdk.PasswordPolicyType$, 'RefuseBreachedPasswords'),
        ),
      ),
      ['Policies.PasswordPolicy.RefuseBreachedPasswords'],
    ],
    [
      'inside the elements of a list',
      withSchema(sdk.UpdateUserPoolRequest$, 'AccountRecoverySetting', () =>
        withSchema(sdk.AccountRecoverySettingType$, 'RecoveryMechanisms', [
          1,
          'com.example',
          'Mechanisms',
          0,
          [() => withMember(sdk.RecoveryOptionType$, 'Delay'), 0],
        ]),
      ),
      ['AccountRecoverySetting.RecoveryMechanisms[].Delay'],
    ],
    [
      'inside the values of a map',
      withSchema(sdk.UpdateUserPoolRequest$, 'AcrConfiguration', [
        2,
        'com.example',
        'Levels',
        0,
        0,
        () => withMember(sdk.AcrLevelConfigType$, 'MaxAge'),
      ]),
      ['AcrConfiguration[].MaxAge'],
    ],
  ])('finds a new member of UpdateUserPool %s', (_where, schema, members) => {
    expect(missingRows({ ...sdk, UpdateUserPoolRequest$: schema })).toEqual([
      { call: 'UpdateUserPool', members },
    ]);
  });

  it('finds a new member of each of the calls', () => {
    const doctored = Object.fromEntries(
      [
        'UpdateUserPoolRequest$',
        'SetUserPoolMfaConfigRequest$',
        'UserPoolType$',
        'GetUserPoolMfaConfigResponse$',
      ].map((name) => [name, withMember((sdk as { readonly [name: string]: unknown })[name], 'New')]),
    );

    expect(missingRows(doctored)).toEqual([
      { call: 'UpdateUserPool', members: ['New'] },
      { call: 'SetUserPoolMfaConfig', members: ['New'] },
      { call: 'DescribeUserPool', members: ['New'] },
      { call: 'GetUserPoolMfaConfig', members: ['New'] },
    ]);
  });

  it('fails where the SDK has no such schema, rather than comparing nothing', () => {
    expect(() => missingRows({ ...sdk, UserPoolType$: undefined })).toThrow('no schema of a structure');
  });
});

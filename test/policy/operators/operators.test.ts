import { describe, expect, it } from 'vitest';
import { type OperatorName, operators } from '../../../src/policy/operators/operators.ts';
import { type SettingPath, settingAt } from '../../../src/pool/settings.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const protection = 'UserPoolAddOns.AdvancedSecurityMode';
const issuer = 'IssuerConfiguration.Type';
const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const scopes = 'DcrConfiguration.AllowedScopes';
const recovery = 'AccountRecoverySetting.RecoveryMechanisms';
const members = { kind: 'members', required: [], forbidden: [], pairs: [] };
const entries = { kind: 'entries', required: [], forbidden: [], pairs: [] };
const scale = ['OFF', 'AUDIT', 'ENFORCED'];

const operatorCalled = (name: OperatorName) => {
  const operator = operators.find((candidate) => candidate.name === name);
  if (!operator) throw new Error(`No operator is called ${name}.`);
  return operator;
};

describe('operators', () => {
  it.each<{ name: OperatorName; operand: unknown; setting: SettingPath; constraint: object }>([
    { name: 'equals', operand: 14, setting: length, constraint: { kind: 'allowed', values: [14] } },
    {
      name: 'equals',
      operand: true,
      setting: 'Policies.PasswordPolicy.RequireSymbols',
      constraint: { kind: 'allowed', values: [true] },
    },
    {
      name: 'equals',
      operand: 'staff',
      setting: 'PoolName',
      constraint: { kind: 'allowed', values: ['staff'] },
    },
    { name: 'oneOf', operand: [20, 14], setting: length, constraint: { kind: 'allowed', values: [14, 20] } },
    {
      name: 'oneOf',
      operand: ['ENFORCED', 'OFF'],
      setting: protection,
      constraint: { kind: 'allowed', values: ['OFF', 'ENFORCED'], scale },
    },
    { name: 'atLeast', operand: 14, setting: length, constraint: { kind: 'interval', min: 14, max: 99 } },
    {
      name: 'atLeast',
      operand: 'AUDIT',
      setting: protection,
      constraint: { kind: 'allowed', values: ['AUDIT', 'ENFORCED'], scale },
    },
    { name: 'atMost', operand: 20, setting: length, constraint: { kind: 'interval', min: 6, max: 20 } },
    {
      name: 'atMost',
      operand: 'AUDIT',
      setting: protection,
      constraint: { kind: 'allowed', values: ['OFF', 'AUDIT'], scale },
    },
    {
      name: 'order',
      operand: ['verified_email', 'verified_phone_number'],
      setting: recovery,
      constraint: {
        kind: 'members',
        required: [],
        forbidden: [],
        pairs: [['verified_email', 'verified_phone_number']],
      },
    },
    {
      name: 'oneOf',
      operand: ['UPDATED', 'ORIGINAL'],
      setting: issuer,
      constraint: { kind: 'allowed', values: ['ORIGINAL', 'UPDATED'] },
    },
    {
      name: 'oneOf',
      operand: ['arn:aws:lambda:eu-west-1:111122223333:function:a', null],
      setting: 'LambdaConfig.PreSignUp',
      constraint: { kind: 'allowed', values: [null, 'arn:aws:lambda:eu-west-1:111122223333:function:a'] },
    },
    {
      name: 'includes',
      operand: ['verified_phone_number', 'admin_only'],
      setting: recovery,
      constraint: { ...members, required: ['admin_only', 'verified_phone_number'] },
    },
    {
      name: 'includes',
      operand: ['team'],
      setting: 'UserPoolTags',
      constraint: { ...entries, required: ['team'] },
    },
    {
      name: 'includes',
      operand: { team: 'checkout' },
      setting: 'UserPoolTags',
      constraint: { ...entries, required: ['team'], pairs: [['team', 'checkout']] },
    },
    {
      name: 'excludes',
      operand: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
      setting: factors,
      constraint: { ...members, forbidden: ['EMAIL_OTP', 'PASSWORD', 'SMS_OTP', 'WEB_AUTHN'] },
    },
    {
      name: 'excludes',
      operand: ['openid'],
      setting: scopes,
      constraint: { ...members, forbidden: ['openid'] },
    },
    {
      name: 'excludes',
      operand: ['owner'],
      setting: 'UserPoolTags',
      constraint: { ...entries, forbidden: ['owner'] },
    },
    {
      name: 'matches',
      operand: 'a'.repeat(200),
      setting: 'PoolName',
      constraint: { kind: 'patterns', sources: ['a'.repeat(200)] },
    },
    { name: 'present', operand: true, setting: 'LambdaConfig.PreSignUp', constraint: { kind: 'present' } },
    { name: 'present', operand: true, setting: scopes, constraint: { ...members, some: true } },
    { name: 'present', operand: true, setting: 'UserPoolTags', constraint: { ...entries, some: true } },
    {
      name: 'absent',
      operand: true,
      setting: 'LambdaConfig.PreSignUp',
      constraint: { kind: 'allowed', values: [null] },
    },
    {
      name: 'absent',
      operand: true,
      setting: 'AutoVerifiedAttributes',
      constraint: { ...members, within: [] },
    },
    { name: 'absent', operand: true, setting: 'UserPoolTags', constraint: { ...entries, within: [] } },
  ])('$name: $operand on $setting compiles', ({ name, operand, setting, constraint }) => {
    const compiled = operatorCalled(name).compile(operand, settingAt(setting));

    expect(compiled).toEqual({ kind: 'constraint', constraint });
  });

  it.each<[OperatorName, readonly string[]]>([
    [
      'equals',
      [
        'integer',
        'boolean',
        'scale',
        'names',
        'text',
        'optional',
        'members',
        'free',
        'ranking',
        'map',
        'keyed',
      ],
    ],
    ['oneOf', ['integer', 'boolean', 'scale', 'names', 'text', 'optional']],
    ['atLeast', ['integer', 'scale']],
    ['atMost', ['integer', 'scale']],
    ['includes', ['members', 'free', 'ranking', 'map', 'keyed']],
    ['excludes', ['members', 'free', 'ranking', 'map']],
    ['order', ['ranking']],
    ['matches', ['text', 'optional']],
    ['present', ['optional', 'members', 'free', 'map']],
    ['absent', ['optional', 'members', 'map']],
  ])('%s fits %s and nothing else', (name, expected) => {
    const kinds = {
      integer: settingAt(length),
      boolean: settingAt('Policies.PasswordPolicy.RequireSymbols'),
      scale: settingAt(protection),
      names: settingAt('IssuerConfiguration.Type'),
      text: settingAt('PoolName'),
      optional: settingAt('LambdaConfig.PreSignUp'),
      members: settingAt('AutoVerifiedAttributes'),
      free: settingAt('DcrConfiguration.AllowedScopes'),
      ranking: settingAt(recovery),
      map: settingAt('UserPoolTags'),
      keyed: settingAt('AcrConfiguration'),
      opaque: settingAt('Id'),
    };

    const fitting = Object.entries(kinds).filter(([, setting]) => operatorCalled(name).fits(setting));

    expect(fitting.map(([kind]) => kind)).toEqual(expected);
  });

  it('refuses a password length that AWS would refuse', () => {
    expect(operatorCalled('atLeast').compile(120, settingAt(length))).toEqual({
      kind: 'mistakes',
      mistakes: [{ in: [], message: `atLeast is 120, but 99 is the API's maximum for ${length}.` }],
    });
    expect(operatorCalled('atLeast').compile(5, settingAt(length))).toEqual({
      kind: 'mistakes',
      mistakes: [{ in: [], message: `atLeast is 5, but 6 is the API's minimum for ${length}.` }],
    });
  });

  it.each<[OperatorName, unknown, SettingPath, string]>([
    [
      'includes',
      { email: 'yes' },
      'AutoVerifiedAttributes',
      'includes must be a list of at least one member.',
    ],
    ['includes', {}, 'UserPoolTags', 'includes must have at least one key.'],
    ['order', ['admin_only'], recovery, 'order must be a list of at least two members.'],
    ['present', false, scopes, 'present must be true; where it must not be there, write absent: true.'],
    ['absent', 'true', 'UserPoolTags', 'absent must be true; where it must be there, write present: true.'],
    ['matches', 'a'.repeat(201), 'PoolName', 'matches has 201 characters; a pattern has at most 200.'],
  ])('%s: %o on %s is a mistake of the whole operand', (name, operand, path, message) => {
    expect(operatorCalled(name).compile(operand, settingAt(path))).toEqual({
      kind: 'mistakes',
      mistakes: [{ in: [], message }],
    });
  });

  it.each(['atLeast', 'atMost'] as const)('%s compiles nothing for a setting without an order', (name) => {
    const path = 'Policies.PasswordPolicy.RequireSymbols';

    expect(() => operatorCalled(name).compile(true, settingAt(path))).toThrow(`${path} has no order.`);
  });

  it('says which entry of a list is wrong', () => {
    const compiled = operatorCalled('oneOf').compile(['AUDIT', 'ENFORCD', 'AUDIT'], settingAt(protection));

    expect(compiled.kind === 'mistakes' && compiled.mistakes.map((mistake) => mistake.in)).toEqual([
      [1],
      [2],
    ]);
  });
});

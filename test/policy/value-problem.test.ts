import { describe, expect, it } from 'vitest';
import { keyProblem, valueProblem } from '../../src/policy/value-problem.ts';
import { type SettingPath, settingAt } from '../../src/pool/settings.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const validity = 'Policies.PasswordPolicy.TemporaryPasswordValidityDays';
const symbols = 'Policies.PasswordPolicy.RequireSymbols';
const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const recovery = 'AccountRecoverySetting.RecoveryMechanisms';
const scopes = 'DcrConfiguration.AllowedScopes';
const subject = 'VerificationMessageTemplate.EmailSubject';

describe('valueProblem', () => {
  it.each<[SettingPath, unknown]>([
    [length, 6],
    [length, 99],
    [validity, 1],
    ['Policies.PasswordPolicy.PasswordHistorySize', 0],
    [symbols, false],
    [symbols, true],
    ['MfaConfiguration', 'ON'],
    ['PoolName', 'a'],
    ['PoolName', 'a'.repeat(128)],
    [subject, '😀'.repeat(140)],
    ['SmsAuthenticationMessage', 'Code {####}'],
    ['EmailConfiguration.From', ''],
    ['EmailConfiguration.ReplyToEmailAddress', 'support@example.com'],
    [factors, ['PASSWORD']],
    [factors, ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN']],
    [recovery, ['verified_email', 'admin_only']],
    [scopes, []],
    [scopes, ['openid', 'orders/read']],
    ['UserPoolTags', {}],
    ['UserPoolTags', { team: 'checkout', stage: '' }],
    ['UserPoolTags', { team: 'a'.repeat(256) }],
    ['AcrConfiguration', { Level1: 'gold' }],
  ])('finds none in %s: %o', (path, value) => {
    expect(valueProblem(value, settingAt(path))).toBeUndefined();
  });

  it.each<[SettingPath, unknown, string]>([
    [length, 5, `is 5, but 6 is the API's minimum for ${length}`],
    [length, 100, `is 100, but 99 is the API's maximum for ${length}`],
    [length, 14.5, 'must be a whole number from 6 to 99'],
    [length, null, 'must be a whole number from 6 to 99'],
    [length, '014', 'is the text "014": write 14 without quotes'],
    [length, '14a', 'must be a whole number from 6 to 99'],
    [length, 'a14', 'must be a whole number from 6 to 99'],
    [length, [14], 'must be a whole number from 6 to 99'],
    [length, 0, `is 0, but 6 is the API's minimum for ${length}`],
    [validity, 0, 'is 0, which AWS takes as 7: write 1 or more'],
    [validity, -1, `is -1, but 1 is the API's minimum for ${validity}`],
    [symbols, 1, 'must be true or false'],
    [symbols, ['yes'], 'must be true or false'],
    [symbols, null, 'must be true or false'],
    [symbols, 'yesterday', 'must be true or false'],
    [symbols, 'anyone', 'must be true or false'],
    [symbols, 'not', 'must be true or false'],
    [symbols, 'payoff', 'must be true or false'],
    ...['yes', 'y', 'on', 'true', 'TRUE'].map((text): [SettingPath, unknown, string] => [
      symbols,
      text,
      `must be true or false: ${text} is a text here, write true`,
    ]),
    ...['no', 'n', 'off', 'false', 'FALSE'].map((text): [SettingPath, unknown, string] => [
      symbols,
      text,
      `must be true or false: ${text} is a text here, write false`,
    ]),
    ['MfaConfiguration', true, 'is true, but MfaConfiguration takes OFF, OPTIONAL, ON'],
    ['MfaConfiguration', 'Of', 'is Of, but MfaConfiguration takes OFF, OPTIONAL, ON; did you mean OFF?'],
    ['PoolName', '', 'has 0 characters, but PoolName takes 1 to 128'],
    ['PoolName', 'a'.repeat(129), 'has 129 characters, but PoolName takes 1 to 128'],
    ['PoolName', 14, 'must be text: put 14 in quotes'],
    ['PoolName', true, 'must be text: put true in quotes'],
    ['PoolName', null, 'must be text'],
    ['PoolName', ['a'], 'must be text'],
    ['PoolName', 'a!', "doesn't have the form that AWS asks of PoolName: ^[\\w\\s+=,.@-]+$"],
    [subject, '😀'.repeat(141), `has 141 characters, but ${subject} takes 1 to 140`],
    [factors, 'PASSWORD', 'must be a list'],
    [factors, [], `has 0 members, but ${factors} takes 1 to 5`],
    [
      recovery,
      ['verified_email', 'admin_only', 'verified_phone_number'],
      `has 3 members, but ${recovery} takes 1 to 2`,
    ],
    [factors, ['PASSWORD', 'PASSWORD'], 'names a member twice'],
    [recovery, ['admin_only', 'admin_only'], 'names a member twice'],
    [scopes, ['openid', 7], 'must hold texts'],
    ['UserPoolTags', null, 'must be a map of texts'],
    ['UserPoolTags', ['team'], 'must be a map of texts'],
    ['UserPoolTags', { stage: 'a', team: 7 }, 'must be a map of texts: put what team holds in quotes'],
    ['UserPoolTags', { team: 'a'.repeat(257) }, 'has 257 characters in team, which takes 256'],
    ['Id', 'eu-west-1_AbCdEf123', "can't be given: AWS only tells Id"],
  ])('says of %s: %o that it %s', (path, value, problem) => {
    expect(valueProblem(value, settingAt(path))).toBe(problem);
  });
});

describe('keyProblem', () => {
  it.each<[SettingPath, string, string | undefined]>([
    ['UserPoolTags', 't', undefined],
    ['UserPoolTags', 't'.repeat(128), undefined],
    ['UserPoolTags', 'paws:x', undefined],
    ['UserPoolTags', '', 'has a key of 0 characters, but UserPoolTags takes 1 to 128'],
    ['UserPoolTags', 't'.repeat(129), 'has a key of 129 characters, but UserPoolTags takes 1 to 128'],
    ['UserPoolTags', 'AWS:x', 'has the key AWS:x, but only AWS sets keys that begin with aws:'],
    ['AcrConfiguration', 'Level4', undefined],
    [
      'AcrConfiguration',
      'Gold',
      'has the key Gold, but AcrConfiguration takes Level1, Level2, Level3, Level4',
    ],
    [
      'AcrConfiguration',
      'level2',
      'has the key level2, but AcrConfiguration takes Level1, Level2, Level3, Level4; did you mean Level2?',
    ],
    ['PoolName', 'team', "can't have keys: PoolName is no map"],
  ])('says of the key of %s: %s that it %s', (path, key, problem) => {
    expect(keyProblem(key, settingAt(path))).toBe(problem);
  });
});

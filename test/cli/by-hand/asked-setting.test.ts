import { describe, expect, it } from 'vitest';
import { readAskedSetting } from '../../../src/cli/by-hand/asked-setting.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:allow-list';

describe('a setting as a person writes it', () => {
  it.each([
    [`${length}=14`, length, 14],
    ['Policies.PasswordPolicy.RequireSymbols=false', 'Policies.PasswordPolicy.RequireSymbols', false],
    ['DeletionProtection=ACTIVE', 'DeletionProtection', 'ACTIVE'],
    ['AutoVerifiedAttributes=email, phone_number', 'AutoVerifiedAttributes', ['email', 'phone_number']],
    ['AutoVerifiedAttributes=', 'AutoVerifiedAttributes', []],
    [
      'AccountRecoverySetting.RecoveryMechanisms=verified_email,verified_phone_number',
      'AccountRecoverySetting.RecoveryMechanisms',
      ['verified_email', 'verified_phone_number'],
    ],
    ['UserPoolTags={"team":"checkout"}', 'UserPoolTags', { team: 'checkout' }],
    [`LambdaConfig.PreSignUp=${arn}`, 'LambdaConfig.PreSignUp', arn],
    ['LambdaConfig.PreSignUp=', 'LambdaConfig.PreSignUp', null],
    ['SmsAuthenticationMessage=a=b {####}', 'SmsAuthenticationMessage', 'a=b {####}'],
  ])('is read: %s', (text, setting, to) => {
    expect(readAskedSetting(text)).toEqual({ kind: 'asked', asked: { setting, to } });
  });

  it.each([
    ['MinimumLength', 'is not SETTING=VALUE'],
    ['MinimumLength=14', `There is no setting MinimumLength; did you mean ${length}?`],
    ['Policies.PasswordPolicy.MinimumLenght=14', `did you mean ${length}?`],
    ['Nothing.Like.It=1', 'There is no setting Nothing.Like.It; docs/settings.md has all.'],
    [`${length}=120`, `${length} is 120, but 99 is the API's maximum`],
    [`${length}=long`, `${length} must be a whole number from 6 to 99`],
    [`${length}=`, `${length} needs a value`],
    ['Policies.PasswordPolicy.RequireSymbols=yes', 'must be true or false: yes is a text here, write true'],
    ['DeletionProtection=ACTIV', 'did you mean ACTIVE?'],
    ['AutoVerifiedAttributes=mail', 'did you mean email?'],
    ['UserPoolTags=team=checkout', 'UserPoolTags must be a map of texts'],
    ['UserPoolTags={"aws:stack":"x"}', 'only AWS sets keys that begin with aws:'],
    ['UsernameAttributes=email', "UsernameAttributes can't be set: AWS fixes it when a pool is created"],
    [
      'SmsMfaConfiguration.SmsAuthenticationMessage=Your code is {####}',
      'is another name of SmsAuthenticationMessage: set that',
    ],
  ])('is a mistake: %s', (text, message) => {
    expect(readAskedSetting(text)).toEqual({ kind: 'mistake', message: expect.stringContaining(message) });
  });
});

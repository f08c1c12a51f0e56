import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../src/pool/json.ts';
import { jsonAt } from '../../src/pool/pool-snapshot.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { isSentInUpdate, type KnownSetting, settings } from '../../src/pool/settings.ts';
import { encodeSetting } from '../../src/remediation/encode-setting.ts';
import { withMember, withoutMember } from '../../src/remediation/request-tree.ts';

const anArn = (name: string): string => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;

/** The shortest and the longest text that AWS takes, by what the text's pattern asks for. */
const textsFor = ({ path, kind }: KnownSetting): readonly string[] => {
  if (kind.kind !== 'text') throw new Error(`${path} is no text.`);
  const { min, pattern = '' } = kind;
  const max = Math.min(kind.max, 2048);
  if (path === 'SmsConfiguration.EumsSms.Region') return ['eu-west-1'];
  if (pattern.startsWith('^arn'))
    return ['arn:aws:iam::1:role/', anArn('a'.repeat(60))].map((arn) => arn.padEnd(20, 'r'));
  if (pattern === '\\{####\\}') return ['{####}', `{####}${'é'.repeat(max - 6)}`];
  if (pattern.includes('##')) return ['{##a##}', `${'a'.repeat(max - 7)}{##a##}`];
  if (pattern.includes('@[')) return ['a@b', 'support@example.com'];
  return ['a'.repeat(Math.max(min, 1)), 'Z'.repeat(max)];
};

/** A value that a setting can hold, more often at the bounds. */
export const arbitraryValue = (setting: KnownSetting): fc.Arbitrary<SettingValue> => {
  const { kind, path } = setting;
  switch (kind.kind) {
    case 'integer':
      return fc.constantFrom(kind.min, kind.min + 1, kind.max - 1, kind.max);
    case 'boolean':
      return fc.boolean();
    case 'enumeration':
      return fc.constantFrom(...kind.values);
    case 'text':
      return fc.constantFrom(...textsFor(setting));
    case 'members':
      return fc.shuffledSubarray([...(kind.values ?? ['email', 'openid'])], { minLength: kind.min });
    case 'ranking':
      return fc.shuffledSubarray([...kind.values], { minLength: kind.min, maxLength: kind.max });
    case 'map':
      return path === 'UserPoolTags'
        ? fc.dictionary(fc.stringMatching(/^[a-z.]{1,8}$/), fc.stringMatching(/^[a-z ]{0,8}$/), {
            maxKeys: 4,
          })
        : fc.dictionary(fc.constantFrom(...(kind.keys ?? [])), fc.constantFrom('urn:a', 'urn:b', 'urn:c'), {
            maxKeys: 2,
          });
    case 'opaque':
      throw new Error(`Nothing writes ${path}.`);
  }
};

const sent = settings.filter((setting) => isSentInUpdate(setting) && setting.foldedInto === undefined);

/** Every setting that UpdateUserPool writes, there or not, at the bounds of what it can hold. AWS may refuse the whole. */
export const arbitrarySettings: fc.Arbitrary<JsonObject> = fc
  .tuple(
    ...sent.map((setting) =>
      fc.option(arbitraryValue(setting), { nil: undefined, freq: 2 }).map((value) => ({ setting, value })),
    ),
  )
  .map((leaves) =>
    leaves.reduce<JsonObject>(
      (tree, { setting, value }) =>
        value === undefined ? tree : withMember(tree, setting.path, encodeSetting(value, setting, undefined)),
      {},
    ),
  );

type Repair = (tree: JsonObject) => JsonObject;

const listAt = (tree: JsonObject, path: string): readonly Json[] => {
  const list = jsonAt(tree, path);
  return Array.isArray(list) ? list : [];
};
const has = (tree: JsonObject, path: string): boolean => jsonAt(tree, path) !== undefined;
const without = (tree: JsonObject, ...paths: readonly string[]): JsonObject =>
  paths.reduce(withoutMember, tree);
const unless = (held: boolean, tree: JsonObject, ...paths: readonly string[]): JsonObject =>
  held ? tree : without(tree, ...paths);

const wholeTriggers: Repair = (tree) =>
  ['PreTokenGenerationConfig', 'CustomSMSSender', 'CustomEmailSender', 'InboundFederation'].reduce(
    (repaired, name) =>
      unless(
        has(repaired, `LambdaConfig.${name}.LambdaVersion`) &&
          has(repaired, `LambdaConfig.${name}.LambdaArn`),
        repaired,
        `LambdaConfig.${name}`,
      ),
    tree,
  );

const onePreTokenFunction: Repair = (tree) =>
  unless(!has(tree, 'LambdaConfig.PreTokenGenerationConfig'), tree, 'LambdaConfig.PreTokenGeneration');

const oneSmsSender: Repair = (tree) => {
  if (has(tree, 'SmsConfiguration.SnsCallerArn')) return without(tree, 'SmsConfiguration.EumsSms');
  return unless(has(tree, 'SmsConfiguration.EumsSms.CallerArn'), tree, 'SmsConfiguration');
};

const linkOrCode: Repair = (tree) =>
  unless(
    !has(tree, 'VerificationMessageTemplate.EmailMessage'),
    tree,
    'VerificationMessageTemplate.EmailMessageByLink',
  );

const ownSender: Repair = (tree) =>
  unless(has(tree, 'EmailConfiguration.SourceArn'), tree, 'EmailConfiguration.EmailSendingAccount');

const ownKey: Repair = (tree) =>
  unless(has(tree, 'KeyConfiguration.KmsKeyArn'), tree, 'KeyConfiguration.KeyType');

const needsSms: Repair = (tree) => {
  if (has(tree, 'SmsConfiguration')) return tree;
  const verified = listAt(tree, 'AutoVerifiedAttributes').filter((name) => name !== 'phone_number');
  return withMember(without(tree, 'MfaConfiguration'), 'AutoVerifiedAttributes', verified);
};

const verifiedBeforeUpdate: Repair = (tree) => {
  const path = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';
  const verified = listAt(tree, 'AutoVerifiedAttributes');
  return has(tree, path)
    ? withMember(
        tree,
        path,
        listAt(tree, path).filter((name) => verified.includes(name)),
      )
    : tree;
};

const possibleFirstFactors: Repair = (tree) => {
  const path = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
  const refused = [
    'SOFTWARE_TOKEN',
    ...(jsonAt(tree, 'MfaConfiguration') === 'ON' ? ['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] : []),
    ...(has(tree, 'SmsConfiguration') ? [] : ['SMS_OTP']),
  ];
  const factors = listAt(tree, path).filter((name) => !refused.includes(String(name)));
  return factors.length > 0 ? withMember(tree, path, factors) : without(tree, 'Policies.SignInPolicy');
};

const anotherWayBack: Repair = (tree) => {
  const path = 'AccountRecoverySetting.RecoveryMechanisms';
  const names = listAt(tree, path).map((mechanism) => (isJsonObject(mechanism) ? mechanism.Name : undefined));
  return unless(
    names.some((name) => name !== 'verified_phone_number'),
    tree,
    'AccountRecoverySetting',
  );
};

const differentLevelNames: Repair = (tree) => {
  const names = Object.values((tree.AcrConfiguration ?? {}) as JsonObject).map((level) =>
    JSON.stringify(level),
  );
  return unless(new Set(names).size === names.length, tree, 'AcrConfiguration');
};

const threatProtection: Repair = (tree) =>
  unless(has(tree, 'UserPoolAddOns.AdvancedSecurityMode'), tree, 'UserPoolAddOns');

const ofItsTier: Repair = (tree) => {
  const { UserPoolTier: tier = 'ESSENTIALS' } = tree;
  if (tier === 'PLUS') return tree;
  const plain = without(tree, 'UserPoolAddOns', 'Policies.PasswordPolicy.PasswordHistorySize');
  if (tier === 'ESSENTIALS') return plain;
  return without(
    plain,
    'Policies.SignInPolicy',
    'AcrConfiguration',
    'DcrConfiguration',
    'LambdaConfig.PreTokenGenerationConfig',
  );
};

const repairs: readonly Repair[] = [
  wholeTriggers,
  onePreTokenFunction,
  oneSmsSender,
  linkOrCode,
  ownSender,
  ownKey,
  needsSms,
  verifiedBeforeUpdate,
  possibleFirstFactors,
  anotherWayBack,
  differentLevelNames,
  threatProtection,
  ofItsTier,
];

/** Settings that AWS takes together: what it would refuse of an arbitrary pool is left out. */
export const acceptableSettings: fc.Arbitrary<JsonObject> = arbitrarySettings.map((tree) =>
  repairs.reduce((repaired, repair) => repair(repaired), tree),
);

import type { Json, JsonObject } from '../../pool/json.ts';
import { isGovernable, isSentInUpdate, type KnownSetting, settings } from '../../pool/settings.ts';
import { encodeSetting } from '../../remediation/encode-setting.ts';
import { withMember } from '../../remediation/request-tree.ts';

export const tiers = ['LITE', 'ESSENTIALS', 'PLUS'] as const;
export type Tier = (typeof tiers)[number];

/** Settings that need something else of the account (a function, a role, an identity, a key), or that are set elsewhere. */
const leftOut =
  /^(LambdaConfig|SmsConfiguration|EmailConfiguration|KeyConfiguration|IssuerConfiguration|AcrConfiguration|DcrConfiguration)\b|^(PoolName|UserPoolTags|UserPoolTier|MfaConfiguration|SmsAuthenticationMessage)$|ByLink$|DefaultEmailOption$/;

/** What AWS takes without SMS: everything that names a phone is out. */
const lists: { readonly [path: string]: readonly string[] } = {
  'Policies.SignInPolicy.AllowedFirstAuthFactors': ['PASSWORD', 'WEB_AUTHN'],
  'AccountRecoverySetting.RecoveryMechanisms': ['verified_email'],
};

/**
 * The body of a CreateUserPool with every setting that a tier offers at another value than AWS's default, made from the
 * catalogue's rows: what isn't at its default is what an update that leaves it out would lose.
 */
export const nonDefaultSettings = (tier: Tier): JsonObject =>
  settings
    .filter((setting) => isSentInUpdate(setting) && isGovernable(setting) && !leftOut.test(setting.path))
    .filter(({ tier: needed }) => !needed || tiers.indexOf(needed.needs) <= tiers.indexOf(tier))
    .reduce<JsonObject>(
      (body, setting) => {
        const value = otherThanDefault(setting);
        return value === undefined ? body : withMember(body, setting.path, value);
      },
      { UserPoolTier: tier },
    );

const otherThanDefault = (setting: KnownSetting): Json | undefined => {
  const { kind, safer, absentAtCreation, path } = setting;
  const usual = typeof absentAtCreation === 'object' ? absentAtCreation.value : undefined;
  switch (kind.kind) {
    case 'integer': {
      const from = typeof usual === 'number' ? usual : kind.min;
      return safer === 'lower' ? Math.ceil(from / 2) : Math.min(kind.max, from + 6);
    }
    case 'boolean':
      return usual !== true;
    case 'enumeration':
      return kind.values.findLast((value) => value !== usual);
    case 'text':
      // An invitation names the user and the password, a verification the code alone.
      return path.startsWith('AdminCreateUserConfig.')
        ? 'Rehearsal: {username}, {####}'
        : 'Rehearsal: {####}';
    case 'members':
    case 'ranking':
      return encodeSetting(lists[path] ?? ['email'], setting, undefined);
    default:
      return undefined;
  }
};

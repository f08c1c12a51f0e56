import { refused } from '../../answer.ts';
import { isObject, type JsonObject, numberAt, objectAt, stringAt } from '../../json.ts';
import type { StoredPool } from '../user-pools.ts';
import { type Coupling, firstFactorsOf, hasEmailMfa } from './proposed-pool.ts';

/**
 * Which features a tier has. Text: github.com/aws/aws-cdk/pull/33565; the table: the SDK's documentation
 * ("your user pool must be in the … tier") and, for the password history, Terraform's.
 */
export const tierFeatures: Coupling = ({ before, after }) => {
  const tier = tierOf(after);
  const excess: string[] = [];
  if (tier !== 'PLUS') excess.push(...plusFeatures(after, before));
  if (tier === 'LITE') excess.push(...essentialsFeatures(after));
  if (excess.length === 0) return undefined;
  return refused(
    'FeatureUnavailableInTierException',
    `The following features need to be disabled for the ${tier} pricing tier configured: ${excess.join(', ')}`,
  );
};

/** A pool that AWS holds to its tier (modelled as TierChangeNotAllowedException; when, is not documented). */
export const tierChange: Coupling = ({ before, after }) => {
  if (!before?.conditions.tierLocked || tierOf(before) === tierOf(after)) return undefined;
  return refused('TierChangeNotAllowedException', 'The tier of this user pool cannot be changed');
};

function plusFeatures(after: StoredPool, before: StoredPool | undefined): readonly string[] {
  const excess: string[] = [];
  if (threatProtection(after) && !grandfathered(after, before)) excess.push('Threat Protection');
  const password = objectAt(objectAt(after.settings, 'Policies'), 'PasswordPolicy');
  if ((numberAt(password, 'PasswordHistorySize') ?? 0) > 0) excess.push('Password History');
  return excess;
}

function essentialsFeatures(pool: StoredPool): readonly string[] {
  const { settings, factors } = pool;
  const preToken = stringAt(
    objectAt(objectAt(settings, 'LambdaConfig'), 'PreTokenGenerationConfig'),
    'LambdaVersion',
  );
  const registration = settings.DcrConfiguration;
  const present: readonly (readonly [string, boolean])[] = [
    ['Choice-based Sign-in', firstFactorsOf(pool).length > 0],
    ['Access Token Customization', preToken !== undefined && preToken !== 'V1_0'],
    ['Email MFA', hasEmailMfa(pool)],
    ['Passkeys', factors.WebAuthnConfiguration !== undefined],
    ['Dynamic Client Registration', isObject(registration) && registration.EnableStatus !== 'Disabled'],
    ['Custom ACR Names', settings.AcrConfiguration !== undefined],
  ];
  return present.filter(([, is]) => is).map(([name]) => name);
}

function threatProtection({ settings }: StoredPool): boolean {
  const addOns = objectAt(settings, 'UserPoolAddOns');
  return (addOns.AdvancedSecurityMode ?? 'OFF') !== 'OFF' || hasAdditionalFlows(addOns);
}

function hasAdditionalFlows(addOns: JsonObject): boolean {
  return objectAt(addOns, 'AdvancedSecurityAdditionalFlows').CustomAuthMode !== undefined;
}

/** github.com/aws/aws-cdk/issues/36023: LITE pools older than the tiers keep the threat protection they have. */
function grandfathered(after: StoredPool, before: StoredPool | undefined): boolean {
  if (before === undefined || tierOf(before) !== 'LITE' || tierOf(after) !== 'LITE') return false;
  return JSON.stringify(before.settings.UserPoolAddOns) === JSON.stringify(after.settings.UserPoolAddOns);
}

function tierOf(pool: StoredPool): string {
  return stringAt(pool.settings, 'UserPoolTier') ?? 'ESSENTIALS';
}

import { defined, type JsonObject, objectAt, stringAt } from '../json.ts';
import { ACR_DEFAULTS } from './defaults.ts';
import { legacyMessages } from './messages.ts';
import type { StoredPool } from './user-pools.ts';

/** A date as AWS JSON writes it: seconds since 1970, with milliseconds as a fraction. */
export function epochSeconds(date: Date): number {
  return date.getTime() / 1000;
}

/** A pool as DescribeUserPool shows it. */
export function showPool(pool: StoredPool): JsonObject {
  const { PoolName: name, ...settings } = pool.settings;
  return defined({
    Id: pool.id,
    Name: name,
    ...settings,
    ...legacyMessages(settings),
    ...pool.birthmarks,
    LastModifiedDate: epochSeconds(pool.modifiedAt),
    CreationDate: epochSeconds(pool.createdAt),
    EstimatedNumberOfUsers: 0,
    Arn: pool.arn,
    AcrConfiguration: { ...ACR_DEFAULTS, ...objectAt(settings, 'AcrConfiguration') },
    SmsConfigurationFailure: smsFailure(pool),
  });
}

/** A pool's MFA configuration as GetUserPoolMfaConfig shows it; the SMS part is shared with UpdateUserPool. */
export function showMfa(pool: StoredPool): JsonObject {
  const { SmsConfiguration: sms, SmsAuthenticationMessage: message } = pool.settings;
  return defined({
    SmsMfaConfiguration:
      sms === undefined ? undefined : defined({ SmsAuthenticationMessage: message, SmsConfiguration: sms }),
    ...pool.factors,
    MfaConfiguration: stringAt(pool.settings, 'MfaConfiguration') ?? 'OFF',
  });
}

function smsFailure(pool: StoredPool): string | undefined {
  if (pool.settings.SmsConfiguration === undefined) return undefined;
  if (pool.conditions.smsRole === 'no-trust') return 'InvalidSmsRoleTrustRelationshipException';
  if (pool.conditions.smsRole === 'no-access') return 'InvalidSmsRoleAccessPolicyException';
  return undefined;
}

import { answered } from '../answer.ts';
import { defined, isObject, type Json, type JsonObject, stringAt } from '../json.ts';
import { refusalOf } from './couplings/refusal-of.ts';
import { isRefused, namedPool, type Operation, refusalByCondition } from './operation.ts';
import { showMfa } from './show-pool.ts';
import type { StoredPool } from './user-pools.ts';

/** GetUserPoolMfaConfig: the pool's MFA as it is now. */
export const getUserPoolMfaConfig: Operation = (world, call, input) => {
  const pool = namedPool(world, call, input);
  return isRefused(pool) ? pool : answered(showMfa(pool));
};

/**
 * SetUserPoolMfaConfig: a full replacement, in which a missing MfaConfiguration means OFF
 * (go-to-k/cdkd#1923, on live pools). Its SMS part is the one that UpdateUserPool writes too.
 */
export const setUserPoolMfaConfig: Operation = (world, call, input) => {
  const before = namedPool(world, call, input);
  if (isRefused(before)) return before;
  const stopped = refusalByCondition(before) ?? world.futureMembers.refusal('SetUserPoolMfaConfig', input);
  if (stopped) return stopped;
  const { UserPoolId: _id, SmsMfaConfiguration: sms, MfaConfiguration: _mfa, ...factors } = input;
  const after: StoredPool = {
    ...before,
    settings: {
      ...before.settings,
      ...smsSettings(sms),
      MfaConfiguration: stringAt(input, 'MfaConfiguration') ?? 'OFF',
    },
    factors: withTotpSwitch(factors),
    modifiedAt: call.at,
  };
  const refusal = refusalOf({ operation: 'SetUserPoolMfaConfig', request: input, before, after });
  if (refusal) return refusal;
  world.pools.put(after);
  return answered(showMfa(after));
};

function smsSettings(sms: Json | undefined): JsonObject {
  if (!isObject(sms)) return {};
  return defined({
    SmsConfiguration: sms.SmsConfiguration,
    SmsAuthenticationMessage: sms.SmsAuthenticationMessage,
  });
}

function withTotpSwitch(factors: JsonObject): JsonObject {
  const totp = factors.SoftwareTokenMfaConfiguration;
  return isObject(totp)
    ? { ...factors, SoftwareTokenMfaConfiguration: { Enabled: false, ...totp } }
    : factors;
}

import type { Refused } from '../../answer.ts';
import { type JsonObject, objectAt, objectsAt, stringAt, stringsAt } from '../../json.ts';
import type { StoredPool } from '../user-pools.ts';

/** A write as the couplings see it: what was asked, what was, and what would be. */
export interface ProposedPool {
  readonly operation: 'CreateUserPool' | 'UpdateUserPool' | 'SetUserPoolMfaConfig';
  /** The checked request. */
  readonly request: JsonObject;
  readonly before: StoredPool | undefined;
  readonly after: StoredPool;
}

/** One thing that AWS refuses although each member by itself is well formed. */
export type Coupling = (proposed: ProposedPool) => Refused | undefined;

/** The pool's MfaConfiguration; OFF where it has none. */
export function mfaOf(pool: StoredPool): string {
  return stringAt(pool.settings, 'MfaConfiguration') ?? 'OFF';
}

/** The first factors that a user may choose. */
export function firstFactorsOf(pool: StoredPool): readonly string[] {
  return stringsAt(objectAt(objectAt(pool.settings, 'Policies'), 'SignInPolicy'), 'AllowedFirstAuthFactors');
}

/** Whether the pool can send SMS. */
export function sendsSms(pool: StoredPool): boolean {
  return pool.settings.SmsConfiguration !== undefined;
}

/** Whether email is one of the pool's second factors: the block has no switch, so its presence is the switch. */
export function hasEmailMfa(pool: StoredPool): boolean {
  return pool.factors.EmailMfaConfiguration !== undefined;
}

/** Whether TOTP is one of the pool's second factors. */
export function hasTotp(pool: StoredPool): boolean {
  return objectAt(pool.factors, 'SoftwareTokenMfaConfiguration').Enabled === true;
}

/** The recovery mechanisms by name; empty where the pool has AWS's legacy behaviour. */
export function recoveryOf(pool: StoredPool): readonly (string | undefined)[] {
  const setting = objectAt(pool.settings, 'AccountRecoverySetting');
  return objectsAt(setting, 'RecoveryMechanisms').map((mechanism) => stringAt(mechanism, 'Name'));
}

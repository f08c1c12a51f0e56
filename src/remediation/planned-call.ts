import type { JsonObject } from '../pool/json.ts';
import type { UserPoolOperation } from '../pool/pools.ts';
import { isSentInUpdate, type SettingPath, settingAt } from '../pool/settings.ts';

/** One write of a plan. */
export interface PlannedCall {
  readonly operation: UserPoolOperation;
  /** The complete body. */
  readonly request: JsonObject;
  /** The settings of the plan that this write changes. */
  readonly settings: readonly SettingPath[];
  /** False where AWS would refuse this call unless the plan's other call has been made. */
  readonly standsAlone: boolean;
}

/**
 * The call that changes a setting. UpdateUserPool takes MfaConfiguration too, but AWS refuses to turn it on there
 * (cloudformation-coverage-roadmap #1176).
 */
export const callFor = (setting: SettingPath): UserPoolOperation =>
  setting === 'MfaConfiguration' || !isSentInUpdate(settingAt(setting))
    ? 'SetUserPoolMfaConfig'
    : 'UpdateUserPool';

import { isJsonObject, type JsonObject } from '../pool/json.ts';
import { jsonAt, type PoolSnapshot } from '../pool/pool-snapshot.ts';
import { settingAt } from '../pool/settings.ts';
import { encodeSetting } from './encode-setting.ts';
import { withMember } from './request-tree.ts';
import type { SettingChange } from './setting-change.ts';

/** What AWS refuses beside MfaConfiguration OFF, even switched off (cdkd, on live pools, 2026-08). */
const factors = ['SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'];

/**
 * The complete body of a SetUserPoolMfaConfig: everything that GetUserPoolMfaConfig told, plus the changes. What it
 * isn't told it turns off, the requirement itself included (cdkd #1923).
 * @returns raw JSON, ready for the wire
 */
export const mergeMfaConfig = (snapshot: PoolSnapshot, changes: readonly SettingChange[]): JsonObject => {
  const { mfaConfig, userPool, pool } = snapshot;
  const current = mfaConfig.MfaConfiguration ?? userPool.MfaConfiguration ?? 'OFF';
  const changed = changes.reduce<JsonObject>(
    (request, { setting, to }) =>
      withMember(request, setting, encodeSetting(to, settingAt(setting), jsonAt(mfaConfig, setting))),
    { ...structuredClone(mfaConfig), MfaConfiguration: current },
  );
  const isOff = changed.MfaConfiguration === 'OFF';
  const kept = Object.entries(changed)
    .map(([member, value]) => [member, isJsonObject(value) ? withoutEmpty(value) : value] as const)
    .filter(([member]) => !(isOff && factors.includes(member)))
    .filter(([, value]) => !(isJsonObject(value) && Object.keys(value).length === 0));
  return { UserPoolId: pool.id, ...Object.fromEntries(kept) };
};

/** Without texts that were never set, which AWS shows as '' and doesn't take back, and without what a change takes away. */
const withoutEmpty = (structure: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(structure).filter(([, value]) => value !== null && value !== ''));

import { isJsonObject, type Json, type JsonObject } from '../pool/json.ts';
import { jsonAt, type PoolSnapshot } from '../pool/pool-snapshot.ts';
import { settingAt, settings } from '../pool/settings.ts';
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
    .map(([member, value]): readonly [string, Json | undefined] => [
      member,
      isJsonObject(value) ? withoutEmpty(value, member) : value,
    ])
    .filter(([member]) => !(isOff && factors.includes(member)))
    .filter(([member, value]) => !isEmpty(value) || isEmpty(mfaConfig[member]));
  return { UserPoolId: pool.id, ...Object.fromEntries(kept) };
};

/** A block that was read empty says that its factor is on, with AWS's own texts; one that a change emptied goes. */
const isEmpty = (value: Json | undefined): boolean => isJsonObject(value) && Object.keys(value).length === 0;

/**
 * Without texts that were never set, which AWS shows as '' and doesn't take back, and without what a change takes away.
 * What the catalogue doesn't know stays as it was read.
 */
const withoutEmpty = (structure: JsonObject, path: string): JsonObject =>
  Object.fromEntries(
    Object.entries(structure).filter(
      ([member, value]) => !((value === null || value === '') && isKnown(`${path}.${member}`)),
    ),
  );

const isKnown = (place: string): boolean =>
  settings.some(({ path }) => path === place || path.startsWith(`${place}.`));

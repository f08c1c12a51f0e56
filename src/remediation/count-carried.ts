import type { JsonObject } from '../pool/json.ts';
import { jsonAt, type PoolSnapshot } from '../pool/pool-snapshot.ts';
import { isSentInUpdate, settings } from '../pool/settings.ts';
import { unknownMembers } from '../pool/unknown-members.ts';
import type { SettingChange } from './setting-change.ts';

/** How many settings a request carries as they were read: those of the catalogue, and members from the future. */
export const countCarried = (
  request: JsonObject,
  snapshot: PoolSnapshot,
  changes: readonly SettingChange[],
): number => {
  const carried = settings.filter(
    (setting) =>
      isSentInUpdate(setting) &&
      jsonAt(request, setting.path) !== undefined &&
      !changes.some((change) => change.setting === setting.path),
  );
  const unknown = unknownMembers(snapshot).filter((path) => !path.startsWith('MfaConfig:'));
  return carried.length + unknown.length;
};

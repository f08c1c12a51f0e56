import type { Setting } from '../pool/setting.ts';

/** True where a pool without the setting is a state that AWS has: no trigger, no tags, no sender of one's own. */
export const canBeAbsent = (setting: Setting): boolean => {
  const { kind } = setting;
  if (kind.kind === 'opaque') return false;
  // Without a list AWS's defaults count, and of a map with keys of its own AWS tells them all.
  const hasDefaults = kind.kind === 'members' || (kind.kind === 'map' && kind.keys !== undefined);
  return readsAsNull(setting) ? !hasDefaults : readsAsEmpty(setting);
};

/** True where a pool without the setting is read as `null`. CreateUserPool requires a name: no pool is without. */
export const readsAsNull = ({ absentInRead, path }: Setting): boolean =>
  absentInRead === 'none' && path !== 'PoolName';

/** True where a pool without the setting is read as one with an empty list or map. */
export const readsAsEmpty = ({ absentInRead }: Setting): boolean =>
  typeof absentInRead === 'object' &&
  absentInRead.value !== null &&
  typeof absentInRead.value === 'object' &&
  Object.keys(absentInRead.value).length === 0;

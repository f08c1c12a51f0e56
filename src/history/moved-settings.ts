import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import { findSetting, type SettingPath } from '../pool/settings.ts';
import type { PoolHistory } from './pool-history.ts';
import { valueDigests } from './stored-value.ts';

/**
 * The settings that differ from what the last look left. A setting that an older version didn't know hasn't moved.
 * @returns none where there was no look before
 */
export const movedSettings = (
  history: PoolHistory | undefined,
  snapshot: PoolSnapshot,
): readonly SettingPath[] => {
  if (!history) return [];
  const { values } = history.seen;
  return Object.entries(valueDigests(snapshot)).flatMap(([path, digest]) => {
    const before = Object.hasOwn(values, path) ? values[path] : undefined;
    return before !== undefined && before !== digest ? (findSetting(path)?.path ?? []) : [];
  });
};

import { type PoolSnapshot, readSetting } from '../../../pool/pool-snapshot.ts';
import { sameValue } from '../../../pool/setting-value.ts';
import { isGovernable, settings } from '../../../pool/settings.ts';
import type { MoveView } from '../page-data.ts';
import { shownValue } from './shown.ts';

/** Settings that stand on the page: each once, under the name that a rule takes. */
export const shownSettings = settings.filter(isGovernable);

/** What differs between two looks at a pool. */
export const settingMoves = (before: PoolSnapshot, after: PoolSnapshot): readonly MoveView[] =>
  shownSettings.flatMap((setting) => {
    const [from, to] = [readSetting(before, setting), readSetting(after, setting)];
    if (sameValue(from, to)) return [];
    return [
      { setting: setting.path, from: shownValue(setting.path, from), to: shownValue(setting.path, to) },
    ];
  });

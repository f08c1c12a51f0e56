import { jsonAt, type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { sameValue, showValue } from '../pool/setting-value.ts';
import { isGovernable, settings } from '../pool/settings.ts';
import { unknownMembers } from '../pool/unknown-members.ts';
import type { SideEffect } from './outcome.ts';
import type { SettingChange } from './setting-change.ts';

/**
 * What else moved between two looks: settings that no change names, and members that the catalogue
 * doesn't know. Somebody else's change in between shows here too.
 */
export const sideEffects = (
  before: PoolSnapshot,
  after: PoolSnapshot,
  changes: readonly SettingChange[],
): SideEffect[] => [
  ...movedSettings(before, after, changes),
  ...movedFactors(before, after, changes),
  ...movedUnknownMembers(before, after, changes),
];

/** Blocks whose presence alone turns something on, so that no setting inside them shows it. */
const blocks = ['EmailMfaConfiguration', 'WebAuthnConfiguration'] as const;

const movedFactors = (
  before: PoolSnapshot,
  after: PoolSnapshot,
  changes: readonly SettingChange[],
): SideEffect[] =>
  blocks
    .filter(
      (block) =>
        !changes.some(({ setting }) => setting === 'MfaConfiguration' || setting.startsWith(`${block}.`)),
    )
    .flatMap((block) => {
      const [from, to] = [presence(before, block), presence(after, block)];
      return from === to ? [] : [{ path: block, from, to }];
    });

const presence = ({ mfaConfig }: PoolSnapshot, block: (typeof blocks)[number]): string =>
  mfaConfig[block] === undefined ? 'off' : 'on';

const movedSettings = (
  before: PoolSnapshot,
  after: PoolSnapshot,
  changes: readonly SettingChange[],
): SideEffect[] =>
  settings
    .filter((setting) => isGovernable(setting) && !changes.some((change) => change.setting === setting.path))
    .flatMap((setting) => {
      const from = readSetting(before, setting);
      const to = readSetting(after, setting);
      return sameValue(from, to) ? [] : [{ path: setting.path, from: showValue(from), to: showValue(to) }];
    });

/** Where a list itself was changed, its elements come and go with what they hold. */
const movedUnknownMembers = (
  before: PoolSnapshot,
  after: PoolSnapshot,
  changes: readonly SettingChange[],
): SideEffect[] => {
  const paths = [...new Set([...unknownMembers(before), ...unknownMembers(after)])];
  const elsewhere = paths.filter((path) => !changes.some(({ setting }) => path.startsWith(`${setting}[]`)));
  return elsewhere.flatMap((path) => {
    const from = show(before, path);
    const to = show(after, path);
    return from === to ? [] : [{ path, from, to }];
  });
};

/** An unknown member's JSON; for one inside a list's elements, the whole list. */
const show = (snapshot: PoolSnapshot, path: string): string => {
  const [tree, own] = path.startsWith('MfaConfig:')
    ? [snapshot.mfaConfig, path.slice('MfaConfig:'.length)]
    : [snapshot.userPool, path];
  return JSON.stringify(jsonAt(tree, own.split('[]')[0] ?? own)) ?? 'not set';
};

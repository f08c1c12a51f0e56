import { createHash } from 'node:crypto';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { isGovernable, settings } from '../pool/settings.ts';

/** Eleven characters tell values of one setting apart; nobody chooses values to make two look alike. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('base64url')
    .slice(0, 11);

/** A value as it is remembered: texts and maps, which can be long and can be secrets, as a digest. */
export const storedValue = (value: SettingValue, { kind }: Setting): SettingValue =>
  value !== null && (kind.kind === 'text' || kind.kind === 'map' || kind.kind === 'opaque')
    ? digestOf(value)
    : value;

type Digests = { readonly [setting: string]: string };

/** A look asks several times for those of one snapshot, and snapshots never change. */
const known = new WeakMap<PoolSnapshot, Digests>();

/** A digest of every governable setting, by path. */
export const valueDigests = (snapshot: PoolSnapshot): Digests => {
  const digests = known.get(snapshot) ?? digestsOf(snapshot);
  known.set(snapshot, digests);
  return digests;
};

const digestsOf = (snapshot: PoolSnapshot): Digests =>
  Object.fromEntries(
    settings.filter(isGovernable).map((setting) => [setting.path, digestOf(readSetting(snapshot, setting))]),
  );

import { isJsonObject } from '../../pool/json.ts';
import { type PoolSnapshot, tagsOf } from '../../pool/pool-snapshot.ts';
import type { AskedSetting } from './asked-setting.ts';

/** Tags whose key begins with aws: are AWS's own: whoever sets a pool's tags neither names them nor takes them off. */
export const withReservedTags = (asked: AskedSetting, snapshot: PoolSnapshot): AskedSetting => {
  const { setting, to } = asked;
  if (setting !== 'UserPoolTags' || !isJsonObject(to)) return asked;
  const reserved = Object.entries(tagsOf(snapshot)).filter(([key]) => key.toLowerCase().startsWith('aws:'));
  return { setting, to: { ...Object.fromEntries(reserved), ...(to as { readonly [key: string]: string }) } };
};

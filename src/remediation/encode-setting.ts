import { isJsonObject, type Json } from '../pool/json.ts';
import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';

/**
 * A value as AWS takes it. In a ranking or map of structures, what the pool's own elements hold beside
 * the members that the catalogue knows stays with them.
 * @param existing the raw JSON that the pool has now
 */
export const encodeSetting = (value: SettingValue, setting: Setting, existing: Json | undefined): Json => {
  const { kind } = setting;
  if (kind.kind === 'ranking' && Array.isArray(value)) {
    const elements = Array.isArray(existing) ? existing.filter(isJsonObject) : [];
    return value.map((name, index) => ({
      ...elements.find((element) => element.Name === name),
      Name: name,
      Priority: index + 1,
    }));
  }
  if (kind.kind === 'map' && kind.valueMember && isJsonObject(value)) {
    const { valueMember } = kind;
    const entries = isJsonObject(existing) ? existing : {};
    return Object.fromEntries(
      Object.entries(value).map(([key, text]) => {
        const entry = entries[key];
        return [key, { ...(isJsonObject(entry) ? entry : {}), [valueMember]: text ?? null }];
      }),
    );
  }
  return value;
};

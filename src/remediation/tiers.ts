import { type SettingValue, sameValue } from '../pool/setting-value.ts';
import type { SettingPath } from '../pool/settings.ts';
import { settingAt } from '../pool/settings.ts';

const tiers = ['LITE', 'ESSENTIALS', 'PLUS'] as const;

export type Tier = (typeof tiers)[number];

/** A tier's place from the cheapest, 0, on; below them all where AWS didn’t tell the tier. */
export const tierRank = (tier: SettingValue): number => (tiers as readonly SettingValue[]).indexOf(tier);

/** The lowest tier on which AWS takes the value. Source: Amazon Cognito feature plans, by the catalogue. */
export const tierFor = (setting: SettingPath, value: SettingValue): Tier => {
  const { tier } = settingAt(setting);
  return tier && !tier.without.some((free) => sameValue(free, value)) ? tier.needs : 'LITE';
};

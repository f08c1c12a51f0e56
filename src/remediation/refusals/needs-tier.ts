import { type PoolSnapshot, readSetting } from '../../pool/pool-snapshot.ts';
import { sameValue, showValue } from '../../pool/setting-value.ts';
import { settingAt } from '../../pool/settings.ts';
import type { Refusal } from '../refusal.ts';
import type { SettingChange } from '../setting-change.ts';

const tiers = ['LITE', 'ESSENTIALS', 'PLUS'];

/**
 * Takes out the changes that the pool's tier doesn't offer, which AWS would refuse with
 * FeatureUnavailableInTierException, failing every other change in the same call. A higher tier costs more
 * for every active user, so it is never chosen silently. Source: Amazon Cognito feature plans.
 */
export const refuseForTier = (
  snapshot: PoolSnapshot,
  changes: readonly SettingChange[],
): { readonly allowed: readonly SettingChange[]; readonly refusals: readonly Refusal[] } => {
  const planned = changes.find(({ setting }) => setting === 'UserPoolTier')?.to;
  const tier = planned ?? readSetting(snapshot, settingAt('UserPoolTier'));
  const refused = changes.filter((change) => tiers.indexOf(String(tier)) < tiers.indexOf(tierFor(change)));
  return {
    allowed: changes.filter((change) => !refused.includes(change)),
    refusals: refused.map((change) => ({
      code: 'needs-tier',
      settings: [change.setting],
      reason: `${change.setting} ${showValue(change.to)} needs tier ${tierFor(change)}; the pool is ${tier ?? 'on a tier that AWS did not tell'}.`,
      next: `Move the pool to ${tierFor(change)}, which is charged per monthly active user, or exempt it.`,
    })),
  };
};

const tierFor = ({ setting, to }: SettingChange): string => {
  const { tier } = settingAt(setting);
  return tier && !tier.without.some((value) => sameValue(value, to)) ? tier.needs : 'LITE';
};

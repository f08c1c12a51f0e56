import { isJsonObject, type Json, type JsonObject } from '../pool/json.ts';
import { jsonAt, type PoolSnapshot } from '../pool/pool-snapshot.ts';
import { formerPlaceOf, settingAt } from '../pool/settings.ts';
import type { OpenOutcome } from './open-outcome.ts';
import { withMember } from './request-tree.ts';

/**
 * An open outcome whose pre-image has the settings that change and nothing else: for a memory that has no room for
 * all of a pool. An undo needs no more. What a crash then costs is the list of side effects.
 */
export const changedLeavesOnly = (open: OpenOutcome): OpenOutcome => {
  const { preImage, changes } = open;
  let userPool: JsonObject = {};
  let mfaConfig: JsonObject = {};
  for (const { setting } of changes) {
    const row = settingAt(setting);
    for (const place of [row, formerPlaceOf(row)]) {
      if (!place) continue;
      const { from, path } = place.read ?? { from: 'UserPool', path: place.path };
      const value = jsonAt(from === 'UserPool' ? preImage.userPool : preImage.mfaConfig, path);
      if (value === undefined) continue;
      if (from === 'UserPool') userPool = withMember(userPool, path, value);
      else mfaConfig = withMember(mfaConfig, path, value);
    }
  }
  return {
    ...open,
    preImage: { userPool, mfaConfig, takenAt: preImage.takenAt, changedLeavesOnly: true },
  };
};

/**
 * The pool just before the first write.
 * @param now the pool as it is: what a shortened pre-image lacks is taken not to have moved
 */
export const snapshotBefore = ({ preImage }: OpenOutcome, now: PoolSnapshot): PoolSnapshot => {
  const { userPool, mfaConfig, takenAt } = preImage;
  return preImage.changedLeavesOnly
    ? {
        ...now,
        userPool: overlaid(now.userPool, userPool),
        mfaConfig: overlaid(now.mfaConfig, mfaConfig),
        takenAt,
      }
    : { ...now, userPool, mfaConfig, takenAt };
};

const overlaid = (tree: JsonObject, over: JsonObject): JsonObject => {
  const members = Object.entries(over).map(([member, value]): readonly [string, Json | undefined] => {
    const under = tree[member];
    return [member, isJsonObject(value) && isJsonObject(under) ? overlaid(under, value) : value];
  });
  return { ...tree, ...Object.fromEntries(members) };
};

import type { JsonObject } from '../pool/json.ts';
import { jsonAt, type PoolSnapshot } from '../pool/pool-snapshot.ts';
import { settingAt } from '../pool/settings.ts';
import { afterChanges, beforeChanges } from './carry/carry-rules.ts';
import { encodeSetting } from './encode-setting.ts';
import { withMember, withoutMember } from './request-tree.ts';
import type { SettingChange } from './setting-change.ts';

/**
 * The complete body of an UpdateUserPool: everything that the pool has, known to us or not, plus the
 * changes. UpdateUserPool resets what it isn't told, so what isn't in this body may be lost.
 * @returns raw JSON, ready for the wire
 */
export const mergeUpdate = (snapshot: PoolSnapshot, changes: readonly SettingChange[]): JsonObject => {
  const carried = beforeChanges.reduce<JsonObject>(
    (request, carry) => carry(request, changes),
    snapshot.userPool,
  );
  const changed = changes.reduce<JsonObject>(
    (request, { setting, to }) =>
      to === null
        ? withoutMember(request, setting)
        : withMember(request, setting, encodeSetting(to, settingAt(setting), jsonAt(carried, setting))),
    carried,
  );
  const complete = afterChanges.reduce<JsonObject>((request, carry) => carry(request, changes), changed);
  return { UserPoolId: snapshot.pool.id, ...complete };
};

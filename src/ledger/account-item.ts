import type { AccountRecord } from './account-book.ts';
import { accountKey } from './account-key.ts';
import { pausesIn } from './account-pauses.ts';
import { packAccount } from './item-room.ts';
import type { AccountMemory } from './ledger.ts';
import { unpack } from './pack.ts';
import { bytesIn } from './pool-item.ts';
import { attributesOf } from './read-attribute.ts';
import { isAccountRecord, isNumber, isWatch } from './stored-forms.ts';
import { isUpdated, readItem, type Table } from './update-item.ts';

const read = attributesOf("the ledger's item of the account");

/** What a look goes by: a small part of the item, which holds all policies besides. */
export const readAccount = async (table: Table): Promise<AccountMemory> => {
  const item = (await readItem(table, accountKey, ['pauses', 'watch'])) ?? {};
  const { watch } = item;
  return {
    pauses: pausesIn(item),
    ...(watch && { watch: read('watch', isWatch, () => JSON.parse(watch.S ?? '')) }),
  };
};

/** The account's record with its version; undefined where there is none. */
export const readRecord = async (
  table: Table,
): Promise<{ readonly record: AccountRecord; readonly version: number } | undefined> => {
  const { accountRecord, recordVersion } = (await readItem(table, accountKey, recordAttributes)) ?? {};
  if (!accountRecord && !recordVersion) return undefined;
  return {
    record: read('accountRecord', isAccountRecord, () => unpack(bytesIn(accountRecord ?? { NULL: true }))),
    version: read('recordVersion', isNumber, () => Number(recordVersion?.N)),
  };
};

const recordAttributes = ['accountRecord', 'recordVersion'];

/**
 * Replaces the account's record. `watch` stands beside it too, so that a look needn't read the policies.
 * @param version the one that was read; 0 where there was none
 * @returns false where somebody else has replaced it meanwhile
 */
export const replaceRecord = async (
  table: Table,
  record: AccountRecord,
  version: number,
): Promise<boolean> => {
  const packed = packAccount(record);
  const next = String(version + 1);
  const isReplaced = await isUpdated(table, accountKey, {
    UpdateExpression: 'SET accountRecord = :record, recordVersion = :next, watch = :watch',
    ConditionExpression: version === 0 ? 'attribute_not_exists(recordVersion)' : 'recordVersion = :version',
    ExpressionAttributeValues: {
      ':record': { B: packed },
      ':next': { N: next },
      ':watch': { S: JSON.stringify(record.watch) },
      ...(version !== 0 && { ':version': { N: String(version) } }),
    },
  });
  if (isReplaced) return true;
  // Sent again after its answer was lost, it finds itself there.
  const { accountRecord, recordVersion } = (await readItem(table, accountKey, recordAttributes)) ?? {};
  const stored = accountRecord?.B;
  return recordVersion?.N === next && stored !== undefined && Buffer.compare(stored, packed) === 0;
};

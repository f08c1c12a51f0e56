import type { Pause } from '../history/pool-request.ts';
import type { AccountRecord } from './account-book.ts';
import { attributesOf } from './in-form.ts';
import { encodeAsked, itemRoom, packAccount } from './item-room.ts';
import type { AccountMemory } from './ledger.ts';
import { oldestFirst } from './oldest-first.ts';
import { unpack } from './pack.ts';
import { bytesIn, type Item, type Key, textsIn } from './pool-item.ts';
import { isAccountRecord, isNumber, isPause, isWatch, listOf } from './stored-forms.ts';
import { isUpdated, readItem, type Table } from './update-item.ts';

/** The one item that is about the whole account. It never lapses. */
const key: Key = { pk: { S: 'account' }, sk: { S: 'account' } };

const read = attributesOf("the ledger's item of the account");

/** What a look goes by: a small part of the item, which holds all policies besides. */
export const readAccount = async (table: Table): Promise<AccountMemory> => {
  const item = (await readItem(table, key, ['pauses', 'watch'])) ?? {};
  const { watch } = item;
  return {
    pauses: pausesIn(item),
    ...(watch && { watch: read('watch', isWatch, () => JSON.parse(watch.S ?? '')) }),
  };
};

export const readPauses = async (table: Table): Promise<readonly Pause[]> =>
  pausesIn((await readItem(table, key, ['pauses'])) ?? {});

const pausesIn = ({ pauses }: Item): readonly Pause[] =>
  oldestFirst(pauses ? read('pauses', listOf(isPause), () => textsIn(pauses)) : []);

/**
 * Adds a pause. Nothing of the item but its pauses is named: that is all that who may pause may write.
 * @throws RangeError where the pause is too long, or there are too many
 */
export const addPause = async (table: Table, pause: Pause): Promise<void> => {
  const text = encodeAsked(pause, itemRoom.pauses);
  const isAdded = await isUpdated(table, key, {
    UpdateExpression: 'ADD pauses :pause',
    ConditionExpression: 'attribute_not_exists(pauses) OR size(pauses) < :most OR contains(pauses, :text)',
    ExpressionAttributeValues: {
      ':pause': { SS: [text] },
      ':text': { S: text },
      ':most': { N: String(itemRoom.pauses.most) },
    },
  });
  if (!isAdded)
    throw new RangeError(`There are ${itemRoom.pauses.most} pauses already: take one away first.`);
};

export const removePause = async (table: Table, pause: Pause): Promise<void> => {
  await isUpdated(table, key, {
    UpdateExpression: 'DELETE pauses :pause',
    ConditionExpression: 'attribute_exists(pauses)',
    ExpressionAttributeValues: { ':pause': { SS: [encodeAsked(pause, itemRoom.pauses)] } },
  });
};

export const readRecord = async (
  table: Table,
): Promise<{ readonly record: AccountRecord; readonly version: number } | undefined> => {
  const { accountRecord, recordVersion } = (await readItem(table, key, recordAttributes)) ?? {};
  if (!accountRecord && !recordVersion) return undefined;
  return {
    record: read('accountRecord', isAccountRecord, () => unpack(bytesIn(accountRecord ?? { NULL: true }))),
    version: read('recordVersion', isNumber, () => Number(recordVersion?.N)),
  };
};

const recordAttributes = ['accountRecord', 'recordVersion'];

/** `watch` stands beside the record too, so that a look needn't read the policies. */
export const replaceRecord = async (
  table: Table,
  record: AccountRecord,
  version: number,
): Promise<boolean> => {
  const packed = packAccount(record);
  const next = String(version + 1);
  const isReplaced = await isUpdated(table, key, {
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
  const { accountRecord, recordVersion } = (await readItem(table, key, recordAttributes)) ?? {};
  const stored = accountRecord?.B;
  return recordVersion?.N === next && stored !== undefined && Buffer.compare(stored, packed) === 0;
};

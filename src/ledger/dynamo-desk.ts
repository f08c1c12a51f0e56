import type { PoolRequest } from '../history/pool-request.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { readAccount } from './account-item.ts';
import { addPause, countDamaged, mendPauses, readPauses, removePause } from './account-pauses.ts';
import type { Desk } from './desk.ts';
import { LedgerBusyError } from './errors.ts';
import { encodeAsked, itemRoom } from './item-room.ts';
import { readNotes, readOutcome } from './kept-items.ts';
import { decodeItem, keyOf } from './pool-item.ts';
import { rememberedIn } from './pool-record.ts';
import { readItem, type Table, updateItem } from './update-item.ts';

/** The desk of a deployment's ledger. Each step can be sent again without harm when its answer is lost. */
export const dynamoDesk = ({ table }: { readonly table: Table }): Desk => ({
  outcome: (id) => readOutcome(table, id),
  pool: async (pool) => {
    const [item, account] = await Promise.all([readItem(table, keyOf(pool)), readAccount(table)]);
    return item && { ...rememberedIn(decodeItem(item, pool)), account };
  },
  ask: (pool, request) => addRequest(table, pool, request),
  pause: (pause) => addPause(table, pause),
  resume: (pause) => removePause(table, pause),
  pauses: () => readPauses(table),
  damagedPauses: () => countDamaged(table),
  mendPauses: () => mendPauses(table),
  notes: (sweep) => readNotes(table, sweep),
});

/** @throws RangeError where the request is too long, and LedgerBusyError where too many wait for the next look */
const addRequest = async (table: Table, pool: PoolRef, request: PoolRequest): Promise<boolean> => {
  const text = encodeAsked(request, itemRoom.requests);
  const { kind, item } = await updateItem(table, keyOf(pool), {
    UpdateExpression: 'ADD requests :request',
    ConditionExpression:
      'attribute_exists(pk) AND (attribute_not_exists(requests) OR size(requests) < :most OR contains(requests, :text))',
    ExpressionAttributeValues: {
      ':request': { SS: [text] },
      ':text': { S: text },
      ':most': { N: String(itemRoom.requests.most) },
    },
  });
  if (!item) return false;
  if (kind === 'updated') return true;
  throw new LedgerBusyError(pool, 'too many requests wait for the next look');
};

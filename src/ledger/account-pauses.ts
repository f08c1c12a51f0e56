import type { Pause } from '../history/pool-request.ts';
import { accountKey } from './account-key.ts';
import { canonicalJson } from './canonical-json.ts';
import { honouredPauses, tooManyPauses } from './honoured-pauses.ts';
import { encodeAsked, itemRoom } from './item-room.ts';
import type { Item } from './pool-item.ts';
import { isUpdated, readItem, type Table } from './update-item.ts';

// The set of pauses in the account's item. Nothing else of the item is named here: that is all that who may pause may
// write, and they can write it without a ledger, so that anything may stand there.

/** The pauses in the account's item, whatever stands beside them or in their place. */
export const pausesIn = ({ pauses }: Item): readonly Pause[] =>
  honouredPauses((pauses?.SS ?? []).map(pauseIn));

const noTime = new Date(0).toISOString();
const shortest = canonicalJson({
  id: '-',
  by: '',
  at: noTime,
  until: noTime,
  reason: '',
} satisfies Pause).length;

/**
 * What a member of the set says; undefined where a ledger wouldn't have written it so, since the one that it writes is
 * what takes a pause away. Lengths come first: an item full of short texts would take a second to parse.
 */
const pauseIn = (text: string): unknown => {
  if (text.length < shortest || text.length > itemRoom.pauses.each) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
};

/** What stands in the set besides, to the letter; where there is no set but something else, the name of its type. */
const damageIn = (item: Item): readonly string[] => {
  const { pauses } = item;
  if (!pauses) return [];
  if (!pauses.SS) return Object.keys(pauses).slice(0, 1);
  const sound = new Set(pausesIn(item).map(canonicalJson));
  return pauses.SS.filter((text) => !sound.has(text));
};

const readPausesItem = async (table: Table): Promise<Item> =>
  (await readItem(table, accountKey, ['pauses'])) ?? {};

/** Every pause that hasn't been taken away. */
export const readPauses = async (table: Table): Promise<readonly Pause[]> =>
  pausesIn(await readPausesItem(table));

/** How many entries stand among the pauses and are none. */
export const countDamaged = async (table: Table): Promise<number> =>
  damageIn(await readPausesItem(table)).length;

/**
 * Adds a pause.
 * @throws RangeError where the pause is too long, or there are too many
 */
export const addPause = async (table: Table, pause: Pause): Promise<void> => {
  const text = encodeAsked(pause, itemRoom.pauses);
  const isAdded = await isUpdated(table, accountKey, {
    UpdateExpression: 'ADD pauses :pause',
    ConditionExpression: 'attribute_not_exists(pauses) OR size(pauses) < :most OR contains(pauses, :text)',
    ExpressionAttributeValues: {
      ':pause': { SS: [text] },
      ':text': { S: text },
      ':most': { N: String(itemRoom.pauses.most) },
    },
  });
  if (!isAdded) throw tooManyPauses();
};

/** Takes a pause away; nothing happens where it is gone. */
export const removePause = async (table: Table, pause: Pause): Promise<void> => {
  await isUpdated(table, accountKey, {
    UpdateExpression: 'DELETE pauses :pause',
    ConditionExpression: 'attribute_exists(pauses)',
    ExpressionAttributeValues: { ':pause': { SS: [encodeAsked(pause, itemRoom.pauses)] } },
  });
};

/**
 * Takes away what stands among the pauses and is none, or in their place. Pauses stay, those too that come meanwhile.
 * @returns how many entries it was
 */
export const mendPauses = async (table: Table): Promise<number> => {
  const item = await readPausesItem(table);
  const damage = damageIn(item);
  if (damage.length === 0) return 0;
  const isSet = item.pauses?.SS !== undefined;
  // DELETE takes members from a set, and is refused on anything else.
  const isMended = await isUpdated(table, accountKey, {
    UpdateExpression: isSet ? 'DELETE pauses :damage' : 'REMOVE pauses',
    ConditionExpression: isSet
      ? 'attribute_type(pauses, :set)'
      : 'attribute_exists(pauses) AND NOT attribute_type(pauses, :set)',
    ExpressionAttributeValues: { ':set': { S: 'SS' }, ...(isSet && { ':damage': { SS: [...damage] } }) },
  });
  return isMended ? damage.length : 0;
};

import type { Pause } from '../history/pool-request.ts';
import { canonicalJson } from './canonical-json.ts';
import { itemRoom } from './item-room.ts';
import { oldestFirst } from './oldest-first.ts';
import { isPause } from './stored-forms.ts';

const { most, each } = itemRoom.pauses;

/**
 * The pauses among what stands where they do, oldest first. Whoever may pause can write anything there; what a ledger
 * wouldn't have written is nobody's pause and stops nothing: another form, a pause that is too long, a second one of
 * the same id, and more than there may be.
 */
export const honouredPauses = (entries: readonly unknown[]): readonly Pause[] => {
  const sound = entries.filter(isPause).filter((pause) => Buffer.byteLength(canonicalJson(pause)) <= each);
  const byId = Map.groupBy(oldestFirst(sound), ({ id }) => id);
  return [...byId.values()].flatMap(([first]) => first ?? []).slice(0, most);
};

/** There is no room for another pause. */
export const tooManyPauses = (): RangeError =>
  new RangeError(`There are ${most} pauses already: take one away first.`);

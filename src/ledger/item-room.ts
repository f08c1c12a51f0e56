import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { LastOutcome } from './ledger.ts';
import { pack } from './pack.ts';

/**
 * How many bytes each part of a pool's item may take. Together, and with names and keys, they stay under the 400 KB
 * of an item (Amazon DynamoDB developer guide, "Quotas": item size). Shares, because whoever can change a pool can
 * make any part of it long: causes that fill the item would leave no room for the open outcome, and then nothing
 * could be put right.
 */
export const itemRoom = { causes: 100_000, open: 260_000, remaining: 30_000 };

/**
 * An open outcome in the room that it has: whole, or else without what a plan didn't touch.
 * @param shorten leaves out of an open outcome what crash and undo can do without
 * @throws RangeError where even that is too long
 */
export const packOpen = (open: OpenOutcome, shorten: (open: OpenOutcome) => OpenOutcome): Uint8Array => {
  const whole = pack(open);
  if (whole.byteLength <= itemRoom.open) return whole;
  const short = pack(shorten(open));
  if (short.byteLength <= itemRoom.open) return short;
  throw new RangeError(
    `What has to be remembered of outcome ${open.id} takes ${short.byteLength} bytes, and ${itemRoom.open} is all there is.`,
  );
};

/**
 * The last outcome in the room that it has. What it left wrong is only ever compared: cut, it equals nothing, and
 * the echo of our own write is told once more.
 */
export const encodeLast = ({ id, remaining }: LastOutcome): string =>
  JSON.stringify({ id, remaining: Buffer.from(remaining).subarray(0, itemRoom.remaining).toString() });

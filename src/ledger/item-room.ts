import type { Cause } from '../change/cause.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { AccountRecord } from './account-book.ts';
import { canonicalJson } from './canonical-json.ts';
import type { KeptOutcome, LastOutcome } from './ledger.ts';
import { pack } from './pack.ts';
import { shortenHistory } from './shorten-history.ts';

/**
 * How many bytes each part of an item may take. Together, and with names and keys, those of a pool's item and those of
 * the account's stay under the 409,600 bytes of an item (Amazon DynamoDB developer guide, "Quotas": item size).
 * Shares, because whoever can change a pool can make any part of it long: causes that fill the item would leave no
 * room for the open outcome, and then nothing could be put right.
 */
export const itemRoom = {
  /** Causes given and causes waiting. */
  causes: 100_000,
  /** Of that, what waits: half, so that there is room for more while a holder has all of it. */
  waiting: 50_000,
  open: 200_000,
  /** As JSON in JSON it may take twice that. */
  remaining: 20_000,
  history: 40_000,
  /** Five, of 4,000 bytes each. */
  requests: { most: 5, each: 4_000 },
  /** Forty, of 1,000 bytes each. */
  pauses: { most: 40, each: 1_000 },
  account: 350_000,
  /** An item of its own. */
  outcome: 390_000,
};

/** @throws RangeError where what has to be stored is too long for its room */
const within = (room: number, bytes: Uint8Array, what: string): Uint8Array => {
  if (bytes.byteLength <= room) return bytes;
  throw new RangeError(`${what} takes ${bytes.byteLength} bytes, and ${room} is all there is.`);
};

/** Leaves out of an open outcome what crash and undo can do without. */
export type Shorten = (open: OpenOutcome) => OpenOutcome;

/**
 * An open outcome in the room that it has: whole, or else without what a plan didn't touch, or else without what its
 * calls asked for, too. Whoever calls chooses how long that is, and nothing is put right that can't be remembered.
 * @throws RangeError where even that is too long
 */
export const packOpen = (open: OpenOutcome, shorten: Shorten): Uint8Array => {
  const whole = pack(open);
  if (whole.byteLength <= itemRoom.open) return whole;
  const short = shorten(open);
  const shortened = pack(short);
  return shortened.byteLength <= itemRoom.open
    ? shortened
    : within(
        itemRoom.open,
        pack({ ...short, causes: short.causes.map(withoutRequest) }),
        `What has to be remembered of outcome ${open.id}`,
      );
};

const withoutRequest = (cause: Cause): Cause => {
  if (cause.kind !== 'call') return cause;
  const { requested, ...rest } = cause;
  return rest;
};

/**
 * An outcome as it is kept: with the pre-image whole, or else with what an undo needs of it.
 * @throws RangeError where even that is too long
 */
export const packKept = ({ outcome, preImage }: KeptOutcome, shorten: Shorten): Uint8Array => {
  const whole = pack({ outcome, preImage });
  if (whole.byteLength <= itemRoom.outcome || !preImage)
    return within(itemRoom.outcome, whole, `Outcome ${outcome.id}`);
  const short = shorten({ ...outcome, preImage }).preImage;
  return within(itemRoom.outcome, pack({ outcome, preImage: short }), `Outcome ${outcome.id}`);
};

/**
 * A history in the room that it has, with the oldest left out where it must be.
 * @throws RangeError where what has to stay is too long
 */
export const packHistory = (history: PoolHistory): Uint8Array => {
  const fits = (each: PoolHistory) => pack(each).byteLength <= itemRoom.history;
  const kept = shortenHistory(history, fits) ?? history;
  return within(itemRoom.history, pack(kept), 'What has to be remembered of the rules and debt of a pool');
};

/** @throws RangeError where it is too long */
export const packAccount = (record: AccountRecord): Uint8Array =>
  within(itemRoom.account, pack(record), 'What has to be remembered of the account and its policies');

/**
 * The last outcome in the room that it has. What it left wrong is only ever compared: cut, it equals nothing, and
 * the echo of our own write is told once more.
 */
export const encodeLast = ({ id, remaining }: LastOutcome): string =>
  JSON.stringify({ id, remaining: Buffer.from(remaining).subarray(0, itemRoom.remaining).toString() });

/**
 * What a person asked, as a member of a set.
 * @throws RangeError where it is too long
 */
export const encodeAsked = (value: { readonly id: string }, { each }: { readonly each: number }): string => {
  const text = canonicalJson(value);
  within(each, Buffer.from(text), 'This request');
  return text;
};

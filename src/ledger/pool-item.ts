import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Cause } from '../change/cause.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { unpack } from './pack.ts';
import type { PoolRecord } from './pool-record.ts';
import { attributesOf } from './read-attribute.ts';
import {
  areCauses,
  isLastOutcome,
  isNumber,
  isOpenOutcome,
  isPoolHistory,
  isPoolRequest,
  isText,
  listOf,
} from './stored-forms.ts';

/** An item of the ledger's table. */
export type Item = { readonly [attribute: string]: AttributeValue };
/** What finds one. */
export type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

/** A pool's record as its item has it, and what the steps on the item go by. */
export interface StoredRecord extends PoolRecord {
  /** The id of the release that last took effect: one whose answer was lost finds itself here. */
  readonly released?: string;
}

/** The table's keys: a pool's own item; other kinds of items have other sort keys. */
export const keyOf = ({ arn }: PoolRef): Key => ({ pk: { S: arn }, sk: { S: 'pool' } });

/** The batches of causes in a list attribute, packed as they were appended. */
export const batchesIn = (item: Item, attribute: 'given' | 'waiting'): readonly Uint8Array[] =>
  (item[attribute]?.L ?? []).map(({ B }) => B ?? new Uint8Array());

/** A number attribute; 0 where there is none. */
export const numberIn = (item: Item, attribute: string): number => Number(item[attribute]?.N ?? 0);

/** @throws LedgerBrokenError where an attribute isn't as a ledger writes it */
export const decodeItem = (item: Item, pool: PoolRef): StoredRecord => {
  const { leaseId, leaseExpires, lastOutcome, openOutcome, released, history, requests } = item;
  const read = attributesOf(`the ledger's item of ${pool.arn}`);
  const causes = (attribute: 'given' | 'waiting'): readonly Cause[] =>
    batchesIn(item, attribute).flatMap((batch) => read(attribute, areCauses, () => unpack(batch)));
  const numbers = ['dueAt', 'lookedAt', 'givenOmitted', 'waitingOmitted'].flatMap((attribute) =>
    item[attribute] ? [[attribute, read(attribute, isNumber, () => Number(item[attribute]?.N))]] : [],
  );
  return {
    given: causes('given'),
    waiting: causes('waiting'),
    ...(leaseId && {
      lease: {
        id: read('leaseId', isText, () => leaseId.S),
        expires: read('leaseExpires', isNumber, () => Number(leaseExpires?.N)),
      },
    }),
    ...(openOutcome && { open: read('openOutcome', isOpenOutcome, () => unpack(bytesIn(openOutcome))) }),
    ...Object.fromEntries(numbers),
    ...(lastOutcome && { last: read('lastOutcome', isLastOutcome, () => JSON.parse(lastOutcome.S ?? '')) }),
    ...(released?.S && { released: released.S }),
    ...(history && { history: read('history', isPoolHistory, () => unpack(bytesIn(history))) }),
    ...(requests && { requests: read('requests', listOf(isPoolRequest), () => textsIn(requests)) }),
  };
};

/** The bytes of a binary attribute; none, which unpack as nothing, where it is of another type. */
export const bytesIn = ({ B }: AttributeValue): Uint8Array => B ?? new Uint8Array();

/** The values that a set has as JSON; undefined where the attribute is no set of texts. */
export const textsIn = ({ SS }: AttributeValue): readonly unknown[] | undefined =>
  SS?.map((text) => JSON.parse(text));

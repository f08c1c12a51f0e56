import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Cause } from '../change/cause.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { LedgerBrokenError } from './errors.ts';
import { unpack } from './pack.ts';
import type { PoolRecord } from './pool-record.ts';
import { areCauses, isLastOutcome, isOpenOutcome } from './stored-forms.ts';

export type Item = { readonly [attribute: string]: AttributeValue };

/** A pool's record as its item has it, and what the steps on the item go by. */
export interface StoredRecord extends PoolRecord {
  /** The id of the release that last took effect: one whose answer was lost finds itself here. */
  readonly released?: string;
  /** The bytes of the causes given. */
  readonly givenBytes: number;
}

/** The table's keys: a pool's own item; other kinds of items have other sort keys. */
export const keyOf = ({ arn }: PoolRef) => ({ pk: { S: arn }, sk: { S: 'pool' } });

/** The batches of causes in a list attribute, packed as they were appended. */
export const batchesIn = (item: Item, attribute: 'given' | 'waiting'): readonly Uint8Array[] =>
  (item[attribute]?.L ?? []).map(({ B }) => B ?? new Uint8Array());

/** The bytes of packed batches. */
export const bytesOf = (batches: readonly Uint8Array[]): number =>
  batches.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** @throws LedgerBrokenError where an attribute isn't as a ledger writes it */
export const decodeItem = (item: Item, pool: PoolRef): StoredRecord => {
  const { leaseId, leaseExpires, lookedAt, lastOutcome, openOutcome, released } = item;
  const given = batchesIn(item, 'given');
  const read = <Value>(attribute: string, form: (value: unknown) => value is Value, get: () => unknown) =>
    inForm(
      form,
      get,
      () => new LedgerBrokenError(`the ledger's item of ${pool.arn}`, `${attribute} is damaged`),
    );
  const causes = (attribute: 'given' | 'waiting'): readonly Cause[] =>
    batchesIn(item, attribute).flatMap((batch) => read(attribute, areCauses, () => unpack(batch)));
  return {
    given: causes('given'),
    waiting: causes('waiting'),
    givenBytes: bytesOf(given),
    ...(leaseId && {
      lease: {
        id: read('leaseId', isText, () => leaseId.S),
        expires: read('leaseExpires', isTime, () => Number(leaseExpires?.N)),
      },
    }),
    ...(openOutcome && { open: read('openOutcome', isOpenOutcome, () => unpack(bytesIn(openOutcome))) }),
    ...(lookedAt && { lookedAt: read('lookedAt', isTime, () => Number(lookedAt.N)) }),
    ...(lastOutcome && { last: read('lastOutcome', isLastOutcome, () => JSON.parse(lastOutcome.S ?? '')) }),
    ...(released?.S && { released: released.S }),
  };
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): value is number => Number.isFinite(value);
const bytesIn = ({ B }: AttributeValue): Uint8Array => B ?? new Uint8Array();

const inForm = <Value>(
  form: (value: unknown) => value is Value,
  get: () => unknown,
  broken: () => LedgerBrokenError,
): Value => {
  let value: unknown;
  try {
    value = get();
  } catch {
    throw broken();
  }
  if (!form(value)) throw broken();
  return value;
};

import type { Key } from './pool-item.ts';

/** The one item that is about the whole account. It never lapses. */
export const accountKey: Key = { pk: { S: 'account' }, sk: { S: 'account' } };

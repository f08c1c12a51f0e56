import type { Desk } from './desk.ts';
import type { AccountMemory } from './ledger.ts';
import { oldestFirst } from './oldest-first.ts';
import { rememberedIn } from './pool-record.ts';
import type { Shelves, StoredAccount } from './shelf.ts';

/** The desk of a ledger of records. */
export const recordDesk = ({ pools, account, outcomes, sweeps }: Shelves): Desk => ({
  outcome: (id) => outcomes.read(id),
  pool: async ({ arn }) => {
    const record = await pools.read(arn);
    return record && { ...rememberedIn(record), account: accountIn(await account.read('account')) };
  },
  ask: ({ arn }, request) =>
    pools.take(arn, (record) => {
      if (!record) return [false];
      const others = (record.requests ?? []).filter(({ id }) => id !== request.id);
      return [true, { ...record, requests: [...others, request] }];
    }),
  pause: (pause) =>
    account.take('account', (stored = noAccount) => [
      undefined,
      { ...stored, pauses: [...without(stored, pause.id), pause] },
    ]),
  resume: (pause) =>
    account.take('account', (stored) =>
      stored ? [undefined, { ...stored, pauses: without(stored, pause.id) }] : [undefined],
    ),
  pauses: async () => accountIn(await account.read('account')).pauses,
  notes: async (sweep) => {
    const { notes = [] } = (await sweeps.read(sweep)) ?? {};
    return notes.toSorted((left, right) => (left.pool.arn < right.pool.arn ? -1 : 1));
  },
});

/** What is stored for an account before anything is. */
export const noAccount: StoredAccount = { pauses: [] };

/** What a look goes by of what is stored for the account. */
export const accountIn = ({ pauses, record }: StoredAccount = noAccount): AccountMemory => ({
  pauses: oldestFirst(pauses),
  ...(record && { watch: record.watch }),
});

const without = ({ pauses }: StoredAccount, pause: string) => pauses.filter(({ id }) => id !== pause);

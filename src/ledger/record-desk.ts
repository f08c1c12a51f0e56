import type { Desk } from './desk.ts';
import { honouredPauses, tooManyPauses } from './honoured-pauses.ts';
import { encodeAsked, itemRoom } from './item-room.ts';
import type { AccountMemory } from './ledger.ts';
import { rememberedIn } from './pool-record.ts';
import type { Shelves, StoredAccount } from './shelf.ts';
import { isPause } from './stored-forms.ts';

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
  pause: async (pause) => {
    encodeAsked(pause, itemRoom.pauses);
    await account.take('account', (stored = noAccount) => {
      const others = without(stored, pause.id);
      if (others.length >= itemRoom.pauses.most) throw tooManyPauses();
      return [undefined, { ...stored, pauses: [...others, pause] }];
    });
  },
  resume: (pause) =>
    account.take('account', (stored) =>
      stored ? [undefined, { ...stored, pauses: without(stored, pause.id) }] : [undefined],
    ),
  pauses: async () => accountIn(await account.read('account')).pauses,
  damagedPauses: async () => damageIn((await account.read('account')) ?? noAccount),
  mendPauses: () =>
    account.take('account', (stored) => {
      const damaged = stored ? damageIn(stored) : 0;
      return stored && damaged > 0 ? [damaged, { ...stored, pauses: accountIn(stored).pauses }] : [damaged];
    }),
  notes: async function* (sweep) {
    const { notes = [] } = (await sweeps.read(sweep)) ?? {};
    yield* notes.toSorted((left, right) => (left.pool.arn < right.pool.arn ? -1 : 1));
  },
});

/** What is stored for an account before anything is. */
export const noAccount: StoredAccount = { pauses: [] };

/** What a look goes by of what is stored for the account. */
export const accountIn = ({ pauses, record }: StoredAccount = noAccount): AccountMemory => ({
  pauses: honouredPauses(entriesIn({ pauses })),
  ...(record && { watch: record.watch }),
});

/** What stands where pauses do; what is no list counts as one entry. */
const entriesIn = ({ pauses = [] }: Pick<StoredAccount, 'pauses'>): readonly unknown[] =>
  Array.isArray(pauses) ? pauses : [pauses];

const damageIn = (stored: StoredAccount): number =>
  entriesIn(stored).length - accountIn(stored).pauses.length;

const without = (stored: StoredAccount, pause: string): readonly unknown[] =>
  entriesIn(stored).filter((entry) => !isPause(entry) || entry.id !== pause);

import type { AccountBook } from './account-book.ts';
import type { Desk } from './desk.ts';
import type { Ledgers } from './ledgers.ts';
import { noAccount, recordDesk } from './record-desk.ts';
import { type RecordLedgerOptions, recordLedger } from './record-ledger.ts';
import { recordMembers } from './record-members.ts';
import { recordNotices } from './record-notices.ts';
import type { Shelves } from './shelf.ts';

/**
 * All parts of a memory made of records.
 * @param madeAt when it was made, ISO 8601 UTC, where anybody can tell
 */
export const recordLedgers = (shelves: Shelves, options: RecordLedgerOptions, madeAt?: string): Ledgers => {
  const desk = recordDesk(shelves);
  return {
    looks: recordLedger(shelves, options),
    desk,
    notices: recordNotices(shelves),
    book: recordBook(shelves, desk, madeAt),
    members: recordMembers(shelves),
  };
};

const recordBook = (
  shelves: Shelves,
  { pauses, damagedPauses, mendPauses, resume, notes, outcome }: Desk,
  madeAt?: string,
): AccountBook => ({
  members: recordMembers(shelves).members,
  pauses,
  damagedPauses,
  mendPauses,
  resume,
  notes,
  outcome,
  read: async () => {
    const { record, version } = (await shelves.account.read('account')) ?? noAccount;
    return record && version !== undefined ? { record, version } : undefined;
  },
  replace: (record, version) =>
    shelves.account.take('account', (stored = noAccount) =>
      (stored.version ?? 0) === version ? [true, { ...stored, record, version: version + 1 }] : [false],
    ),
  madeAt: async () => madeAt,
});

import type { AccountBook, AccountRecord } from '../ledger/account-book.ts';

/** How often somebody else may be faster. Sweeps follow one another, so it is rarely even once. */
const attempts = 5;

/**
 * Changes the account's record, read anew where somebody else has replaced it meanwhile.
 * @param change gives the record as it shall be; undefined leaves it as it is
 * @throws where others were faster five times
 */
export const changeRecord = async (
  book: Pick<AccountBook, 'read' | 'replace'>,
  change: (record: AccountRecord | undefined) => AccountRecord | undefined,
): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await book.read();
    const changed = change(stored?.record);
    if (!changed || (await book.replace(changed, stored?.version ?? 0))) return;
  }
  throw new Error(`The account's record was replaced by others ${attempts} times in a row.`);
};

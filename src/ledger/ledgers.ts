import type { AccountBook } from './account-book.ts';
import type { Desk } from './desk.ts';
import type { Ledger } from './ledger.ts';
import type { MemberMemory } from './member-book.ts';
import type { NoticeMemory } from './notice-memory.ts';

/** One memory, by those who use it. */
export interface Ledgers {
  readonly looks: Ledger;
  readonly desk: Desk;
  readonly notices: NoticeMemory;
  readonly book: AccountBook;
  readonly members: MemberMemory;
}

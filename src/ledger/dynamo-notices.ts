import { beginNotice, giveNoticeBack, hasNotice, putNotice } from './kept-items.ts';
import type { NoticeMemory } from './notice-memory.ts';
import type { Table } from './update-item.ts';

/**
 * Which notices have been told, in a deployment's ledger.
 * @param now by which they lapse
 */
export const dynamoNotices = ({
  table,
  now,
}: {
  readonly table: Table;
  readonly now: () => Date;
}): NoticeMemory => ({
  isTold: (id) => hasNotice(table, id),
  begin: (id, time) => beginNotice(table, id, Date.parse(time)),
  giveBack: (id) => giveNoticeBack(table, id, now()),
  told: (id) => putNotice(table, id, now()),
});

import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { AccountBook } from './account-book.ts';
import { readRecord, replaceRecord } from './account-item.ts';
import { countDamaged, mendPauses, readPauses, removePause } from './account-pauses.ts';
import { readMembers } from './dynamo-members.ts';
import { readNotes, readOutcome } from './kept-items.ts';
import type { Table } from './update-item.ts';

/** The account's record in a deployment's ledger. */
export const dynamoBook = ({ table }: { readonly table: Table }): AccountBook => ({
  read: () => readRecord(table),
  replace: (record, version) => replaceRecord(table, record, version),
  madeAt: async () => {
    const { Table } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
    return Table?.CreationDateTime?.toISOString();
  },
  pauses: () => readPauses(table),
  resume: (pause) => removePause(table, pause),
  damagedPauses: () => countDamaged(table),
  mendPauses: () => mendPauses(table),
  notes: (sweep) => readNotes(table, sweep),
  members: () => readMembers(table),
  outcome: (id) => readOutcome(table, id),
});

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { distinctCauses } from '../../change/distinct-causes.ts';
import type { AccountBook } from '../../ledger/account-book.ts';
import type { Desk } from '../../ledger/desk.ts';
import { dynamoBook } from '../../ledger/dynamo-book.ts';
import { dynamoDesk } from '../../ledger/dynamo-desk.ts';
import { folderLedger } from '../../ledger/folder-ledger.ts';

/** What of the ledger is read to examine a deployment. */
export interface ExaminedMemory {
  readonly desk: Pick<Desk, 'pool'>;
  readonly book: Pick<AccountBook, 'read' | 'pauses' | 'damagedPauses'>;
}

/** The ledger of a deployment, or a folder, as that of a deployment in the sandbox is. */
export const memoryAt = (
  place: { readonly table: string; readonly region: string } | { readonly folder: string },
): ExaminedMemory => {
  if ('folder' in place) {
    const { desk, book } = folderLedger({
      folder: place.folder,
      leaseSeconds: 120,
      newId: randomUUID,
      distinct: distinctCauses,
      now: () => new Date(),
      wait: (milliseconds) => setTimeout(milliseconds),
    });
    return { desk, book };
  }
  const table = { client: new DynamoDBClient({ region: place.region }), name: place.table };
  return { desk: dynamoDesk({ table }), book: dynamoBook({ table }) };
};

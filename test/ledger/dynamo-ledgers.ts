import { dynamoBook } from '../../src/ledger/dynamo-book.ts';
import { dynamoDesk } from '../../src/ledger/dynamo-desk.ts';
import { type DynamoLedgerOptions, dynamoLedger } from '../../src/ledger/dynamo-ledger.ts';
import { dynamoMembers } from '../../src/ledger/dynamo-members.ts';
import { dynamoNotices } from '../../src/ledger/dynamo-notices.ts';
import type { Ledgers } from '../../src/ledger/ledgers.ts';

/** The parts of a ledger in DynamoDB, which a deployment's functions import one by one. */
export const dynamoLedgers = (options: DynamoLedgerOptions): Ledgers => ({
  looks: dynamoLedger(options),
  desk: dynamoDesk(options),
  notices: dynamoNotices(options),
  book: dynamoBook(options),
  members: dynamoMembers(options),
});

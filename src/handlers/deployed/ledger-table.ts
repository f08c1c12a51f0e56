import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../ledger/update-item.ts';

/** The ledger's table. DynamoDB answers within milliseconds; a step that is sent again does no harm. */
export const ledgerTable = (name: string): Table => ({
  name,
  client: new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  }),
});

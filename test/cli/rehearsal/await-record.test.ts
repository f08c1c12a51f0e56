import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { expect, it, onTestFinished } from 'vitest';
import { awaitRecord } from '../../../src/cli/rehearsal/await-record.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';

it('A record that does not come is waited for for fifteen minutes, and each pause is told', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const client = new CloudTrailClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAOPERATOR', secretAccessKey: 'sandbox' },
  });
  const told: number[] = [];
  let waited = 0;
  const wait = async (milliseconds: number): Promise<void> => {
    waited += milliseconds;
  };

  const found = await awaitRecord(
    poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123'),
    'an-outcome',
    new Date(),
    { wait, onWait: (seconds) => told.push(seconds), client },
  );

  expect(found).toBeUndefined();
  expect(waited).toBe(15 * 60 * 1000);
  expect(told).toHaveLength(60);
});

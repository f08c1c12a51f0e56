import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { expect, it, onTestFinished } from 'vitest';
import { awaitRecord } from '../../../src/cli/rehearsal/await-record.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { aClock } from '../../support/a-clock.ts';

it('A record that does not come is waited for for fifteen minutes, and each pause is told', async () => {
  const clock = aClock();
  const sandbox = await startSandbox({ now: clock.now });
  onTestFinished(() => sandbox.close());
  const client = new CloudTrailClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAOPERATOR', secretAccessKey: 'sandbox' },
  });
  const told: number[] = [];

  const found = await awaitRecord(
    poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123'),
    'an-outcome',
    clock.now(),
    { wait: clock.wait, onWait: (seconds) => told.push(seconds), client },
  );

  expect(found).toBeUndefined();
  expect(clock.waits.reduce((sum, each) => sum + each)).toBe(15 * 60 * 1000);
  expect(told).toHaveLength(60);
});

import { expect, it } from 'vitest';
import { onPoolChange } from '../../src/handlers/on-pool-change.ts';
import { anEventFor, batchOf, context } from '../support/a-batch.ts';
import { aGovernedPool, passwordsWith } from '../support/a-governed-pool.ts';
import { aLogger } from '../support/a-logger.ts';

it('on-pool-change begins no write that the function’s timeout could cut off', async () => {
  const { world, pool, change, told, ourCalls } = await aGovernedPool();
  const { logger } = aLogger();
  await change(passwordsWith({ MinimumLength: 8 }));
  const late = { ...context, getRemainingTimeInMillis: () => 5_000 };

  await onPoolChange({ world, logger })(batchOf(anEventFor(pool.id)), late);

  expect(told).toMatchObject([{ kind: 'failed', reason: expect.stringContaining('time') }]);
  expect(ourCalls()).not.toContain('UpdateUserPool');
});

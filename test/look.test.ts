import { expect, it } from 'vitest';
import { consider } from '../src/enforce.ts';
import { aCall, aGovernedPool } from './support/a-governed-pool.ts';

it('names twenty of many causes, and says how many more there were', async () => {
  const { world, pool } = await aGovernedPool();
  const burst = Array.from({ length: 500 }, (_, index) => aCall({ eventId: String(index) }));

  const { causes, causesOmitted } = await consider(world, pool, burst);

  expect([causes.length, causesOmitted]).toEqual([20, 480]);
});

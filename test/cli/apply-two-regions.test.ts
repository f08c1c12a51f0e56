import { expect, it, onTestFinished } from 'vitest';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { runCli } from '../support/run-cli.ts';
import { poolId } from './a-cli-world.ts';
import { abroad, deployedIn, home, poolAbroad } from './region-worlds.ts';

const pools = {
  [home]: poolRef('111122223333', home, poolId),
  [abroad]: poolRef('111122223333', abroad, poolAbroad),
};

it('pools of two Regions are put right, remembered and told by the deployment of their own', async () => {
  const { environment, sandbox, ledgers } = await deployedIn([home, abroad])(onTestFinished);
  const args = [
    'apply',
    '--all-regions',
    '--yes',
    '--policies',
    'test/cli/policies/floor',
    '--format',
    'json',
  ];

  const { stdout, stderr, exit } = await runCli(args, environment);

  expect([stderr.match(/Written: .*/)?.[0], exit]).toEqual(['Written: 2 changes to 2 pools.', 0]);
  const outcomes = JSON.parse(stdout) as { id: string; pool: { region: string } }[];
  expect(outcomes.map(({ pool }) => pool.region)).toEqual([home, abroad]);
  for (const region of [home, abroad])
    for (const [of, pool] of Object.entries(pools)) {
      const remembered = await ledgers[region]?.desk.pool(pool);
      const kept = await Promise.all(outcomes.map(({ id }) => ledgers[region]?.desk.outcome(id)));
      expect(remembered !== undefined).toBe(of === region);
      expect(kept.map((each) => each?.outcome.pool?.region).filter(Boolean)).toEqual([region]);
    }
  const told = sandbox.calls.filter(({ operation }) => operation === 'SendMessage');
  expect(told.map(({ region }) => region).toSorted()).toEqual([home, abroad]);
});

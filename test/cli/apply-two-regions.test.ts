import { expect, it, onTestFinished } from 'vitest';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { runCli } from '../support/run-cli.ts';
import { poolId } from './a-cli-world.ts';
import { abroad, deployedIn, home, poolAbroad } from './region-worlds.ts';

const pools = {
  [home]: poolRef('111122223333', home, poolId),
  [abroad]: poolRef('111122223333', abroad, poolAbroad),
};

/** `lifeguard apply` to the pools of all Regions; its outcomes are in the order of their Regions. */
const applying = async (environment: { readonly [name: string]: string }) => {
  const policies = ['--policies', 'test/cli/policies/floor'];
  const args = ['apply', '--all-regions', '--yes', '--format', 'json', ...policies];
  const { stdout, stderr, exit } = await runCli(args, environment);
  expect([stderr.match(/Written: .*/)?.[0], exit]).toEqual(['Written: 2 changes to 2 pools.', 0]);
  const outcomes = JSON.parse(stdout) as readonly { id: string; pool: { region: string } }[];
  expect(outcomes.map(({ pool }) => pool.region)).toEqual([home, abroad]);
  return outcomes;
};

/** In which Regions a deployment was asked to tell people. */
const askedIn = ({ calls }: Sandbox): readonly string[] =>
  calls.flatMap(({ operation, region }) => (operation === 'SendMessage' ? [region] : [])).toSorted();

it('pools of two Regions are put right, remembered and told by the deployment of their own', async () => {
  const { environment, sandbox, ledgers } = await deployedIn([home, abroad])(onTestFinished);

  const outcomes = await applying(environment);

  for (const region of [home, abroad])
    for (const [of, pool] of Object.entries(pools)) {
      const remembered = await ledgers[region]?.desk.pool(pool);
      const kept = await Promise.all(outcomes.map(({ id }) => ledgers[region]?.desk.outcome(id)));
      expect(remembered !== undefined).toBe(of === region);
      expect(kept.map((each) => each?.outcome.pool?.region).filter(Boolean)).toEqual([region]);
    }
  expect(askedIn(sandbox)).toEqual([home, abroad]);
});

it('pools of a Region that a deployment looks after from another are put right, remembered and told there', async () => {
  const { environment, sandbox, ledgers } = await deployedIn([home])(onTestFinished);
  sandbox.parameters.put('/cognito-lifeguard/prod/home', 'String', home, abroad);

  const outcomes = await applying(environment);

  const kept = await Promise.all(outcomes.map(({ id }) => ledgers[home]?.desk.outcome(id)));
  expect(kept.map((each) => each?.outcome.pool?.region)).toEqual([home, abroad]);
  expect(await ledgers[home]?.desk.pool(pools[abroad])).toBeDefined();
  expect(askedIn(sandbox)).toEqual([home, home]);
});

import { rm } from 'node:fs/promises';
import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Ledgers } from '../../src/ledger/ledgers.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startDynamo } from '../ledger/a-table.ts';
import { type AtEnd, towards } from '../support/run-cli.ts';
import { aFolderWith, type CliWorld, type MakeWorld, poolId, sandboxWith, weakened } from './a-cli-world.ts';
import { ledgersIn } from './deployment-worlds.ts';

export const home = 'eu-west-1';
export const abroad = 'us-east-1';

/** A pool in the other Region like the one in the first. */
export const poolAbroad = `${abroad}_AbCdEf123`;

/** A sandbox in which each of both Regions has the pool, with these settings. */
export const withTwin = async (
  settings: Partial<CreateUserPoolCommandInput>,
  atEnd: AtEnd,
): Promise<Sandbox> => {
  const sandbox = await sandboxWith(settings, atEnd);
  const pool = sandbox.pools.get(home, poolId);
  if (!pool) throw new Error('There is no pool to copy.');
  const arn = pool.arn.replace(home, abroad).replace(poolId, poolAbroad);
  sandbox.pools.put({ ...pool, region: abroad, id: poolAbroad, arn });
  return sandbox;
};

/** A world with a weakened pool in each of two Regions, and a deployment in some of them. */
interface TwoRegions extends CliWorld {
  readonly sandbox: Sandbox;
  /** What the deployment of each Region remembers. */
  readonly ledgers: { readonly [region: string]: Ledgers };
}

/**
 * Deploys to Regions: a table each, a queue, and what tells where they are.
 * @param gone Regions whose table isn't there any more
 */
export const deployedIn =
  (regions: readonly string[], gone: readonly string[] = []) =>
  async (atEnd: AtEnd): Promise<TwoRegions> => {
    const sandbox = await withTwin(weakened, atEnd);
    const dynamo = await startDynamo({ tellsItem: true });
    atEnd(() => dynamo.close());
    const ledgers: { [region: string]: Ledgers } = {};
    let port: number | undefined;
    for (const region of regions) {
      const table = await dynamo.table();
      ledgers[region] = ledgersIn(table);
      port = (await table.client.config.endpoint?.())?.port;
      sandbox.queues.create(region, 'sweeps');
      const put = (name: string, value: string) =>
        sandbox.parameters.put(`/cognito-lifeguard/prod/${name}`, 'String', value, region);
      put('ledger', gone.includes(region) ? 'a-table-that-is-gone' : table.name);
      put('sweeps', `${sandbox.url}/${sandbox.accountId}/sweeps`);
    }
    const environment = {
      ...towards(sandbox.url),
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
    };
    return { environment, sandbox, ledgers, folder: await aFolderWith({}, atEnd) };
  };

/** The same without a deployment, with a folder for a ledger. */
const rememberedInAFolder =
  (arrange: (sandbox: Sandbox) => void): MakeWorld =>
  async (atEnd) => {
    const sandbox = await withTwin(weakened, atEnd);
    arrange(sandbox);
    const folder = await aFolderWith({}, atEnd);
    atEnd(() => rm(`${folder}/ledger`, { recursive: true, force: true }));
    return {
      environment: { ...towards(sandbox.url), LIFEGUARD_LEDGER: `${folder}/ledger` },
      sandbox,
      folder,
    };
  };

/** Worlds with pools in two Regions. */
export const regionWorlds: { readonly [name: string]: MakeWorld } = {
  'two Regions have a weakened pool each, and Lifeguard is deployed in one': deployedIn([home]),
  'two Regions have a weakened pool each, Lifeguard is deployed in both, and one ledger’s table is gone':
    deployedIn([home, abroad], [abroad]),
  'two Regions have a weakened pool each, and those of one may not be listed': rememberedInAFolder(
    ({ faults }) => {
      faults.add({ kind: 'access-denied', operation: 'ListUserPools', region: abroad });
    },
  ),
  'two Regions have a weakened pool each, and the history of one may not be looked up': async (atEnd) => {
    const sandbox = await withTwin(weakened, atEnd);
    sandbox.faults.add({ kind: 'access-denied', operation: 'LookupEvents', region: abroad });
    return { environment: towards(sandbox.url), sandbox, folder: await aFolderWith({}, atEnd) };
  },
};

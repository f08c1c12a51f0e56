import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import { cognitoClients } from './cognito-clients.ts';
import { listPage, listPools } from './list-pools.ts';
import type { Pools } from './pools.ts';
import { readPool } from './read-pool.ts';
import { writePool } from './write-pool.ts';

/**
 * User pools through the SDK, which takes credentials, endpoint and proxies from its standard settings.
 * One client for reading and one for writing per Region, made when first needed and kept.
 * @param now the clock, for the time of each look
 * @param settings put over the SDK's standard ones: the endpoint of a sandbox in the same process
 */
export const cognitoPools = (now: () => Date, settings: CognitoIdentityProviderClientConfig = {}): Pools => {
  const reader = cognitoClients(settings);
  const writer = cognitoClients({ ...settings, maxAttempts: 1 });
  return {
    read: (pool) => readPool(reader(pool.region), pool, now),
    write: (pool, write, outcomeId) => writePool(writer(pool.region), pool, write, outcomeId),
    list: (region) => listPools(reader(region)),
    page: (region, options) => listPage(reader(region), options),
  };
};

import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
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
  const readers = new Map<string, CognitoIdentityProviderClient>();
  const writers = new Map<string, CognitoIdentityProviderClient>();
  return {
    read: (pool) => readPool(clientOf(readers, { ...settings, region: pool.region }), pool, now),
    write: (pool, write, outcomeId) =>
      writePool(
        clientOf(writers, { ...settings, region: pool.region, maxAttempts: 1 }),
        pool,
        write,
        outcomeId,
      ),
    list: (region) => listPools(clientOf(readers, { ...settings, region })),
    page: (region, options) => listPage(clientOf(readers, { ...settings, region }), options),
  };
};

/** Milliseconds. Without them the SDK waits for as long as the socket lives, longer than a function may run. */
const patience = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

const clientOf = (
  clients: Map<string, CognitoIdentityProviderClient>,
  settings: CognitoIdentityProviderClientConfig & { readonly region: string },
): CognitoIdentityProviderClient => {
  const known = clients.get(settings.region);
  if (known) return known;
  const client = new CognitoIdentityProviderClient({ requestHandler: patience, ...settings });
  clients.set(settings.region, client);
  return client;
};

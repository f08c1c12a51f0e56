import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import { cognitoClients } from './cognito-clients.ts';
import { listPage } from './list-pools.ts';
import type { Pools } from './pools.ts';

/**
 * The listing of user pools through the SDK, for what must neither read nor write them.
 * @param settings put over the SDK's standard ones: the endpoint of a sandbox in the same process
 */
export const cognitoPages = (settings: CognitoIdentityProviderClientConfig = {}): Pick<Pools, 'page'> => {
  const client = cognitoClients(settings);
  return { page: (region, options) => listPage(client(region), options) };
};

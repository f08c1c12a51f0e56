import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';

/** Milliseconds. Without them the SDK waits for as long as the socket lives, longer than a function may run. */
const patience = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** One client per Region, made when first needed and kept. @param settings put over the SDK's standard ones */
export const cognitoClients = (
  settings: CognitoIdentityProviderClientConfig,
): ((region: string) => CognitoIdentityProviderClient) => {
  const clients = new Map<string, CognitoIdentityProviderClient>();
  return (region) => {
    const known = clients.get(region);
    if (known) return known;
    const client = new CognitoIdentityProviderClient({ requestHandler: patience, ...settings, region });
    clients.set(region, client);
    return client;
  };
};

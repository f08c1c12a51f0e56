import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientByRegion } from './client-by-region.ts';

/** Milliseconds. Without them the SDK waits for as long as the socket lives, longer than a function may run. */
const patience = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** One client per Region. @param settings put over the SDK's standard ones */
export const cognitoClients = (
  settings: CognitoIdentityProviderClientConfig,
): ((region: string) => CognitoIdentityProviderClient) =>
  clientByRegion(
    (region) => new CognitoIdentityProviderClient({ requestHandler: patience, ...settings, region }),
  );

import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Sandbox } from '../src/sandbox/sandbox.ts';

/** Somebody's client of a sandbox's Cognito. */
export const clientFor = ({ url }: Sandbox, region: string): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({
    endpoint: url,
    region,
    credentials: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'sandbox' },
  });

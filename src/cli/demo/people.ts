import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Sandbox } from '../../sandbox/sandbox.ts';

import { sandboxSettings } from '../deployed/sandbox-settings.ts';

/** Access keys of those who change pools in the demo. */
export const keys = { developer: 'AKIADEVELOPER', pipeline: 'AKIAPIPELINE' } as const;

/** Tells the sandbox what CloudTrail shows of each: somebody with the role Developer, and a deploy pipeline. */
export const introducePeople = (sandbox: Sandbox): void => {
  for (const [key, role, session] of [
    [keys.developer, 'Developer', 'on-call'],
    [keys.pipeline, 'DeployPipeline', 'release-118'],
  ] as const)
    sandbox.identity(key, {
      type: 'AssumedRole',
      principalId: `AROA${role.toUpperCase()}:${session}`,
      arn: `arn:aws:sts::${sandbox.accountId}:assumed-role/${role}/${session}`,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: `AROA${role.toUpperCase()}`,
          arn: `arn:aws:iam::${sandbox.accountId}:role/${role}`,
          accountId: sandbox.accountId,
          userName: role,
        },
        attributes: { mfaAuthenticated: 'true' },
      },
    });
};

/** A client that signs with the access key of one of the people. */
export const clientOf = (sandbox: Sandbox, accessKeyId: string): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient(sandboxSettings(sandbox, accessKeyId));

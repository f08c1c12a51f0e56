import { describe, expect, it } from 'vitest';
import { actorName } from '../../src/notify/actor-name.ts';

describe('actorName', () => {
  it.each([
    [
      { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/Developer/on-call' },
      'Developer/on-call',
    ],
    [{ type: 'IAMUser', arn: 'arn:aws-cn:iam::111122223333:user/team/on-call' }, 'team/on-call'],
    [{ type: 'Root', arn: 'arn:aws:iam::111122223333:root' }, "the account's root user"],
    [{ type: 'FederatedUser', arn: 'arn:aws:sts::111122223333:federated-user/root' }, 'root'],
    [{ type: 'FederatedUser', arn: 'arn:aws:sts::111122223333:federated-user/on-call' }, 'on-call'],
    [{ type: 'Unknown', arn: 'not an ARN' }, 'not an ARN'],
    [
      {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::111122223333:assumed-role/cdk-deploy/AWSCloudFormation',
        invokedBy: 'cloudformation.amazonaws.com',
      },
      'cdk-deploy through cloudformation',
    ],
    [{ type: 'AWSService', invokedBy: 'config.amazonaws.com' }, 'AWSService through config'],
  ])('calls %j %s', (actor, name) => {
    expect(actorName(actor)).toBe(name);
  });
});

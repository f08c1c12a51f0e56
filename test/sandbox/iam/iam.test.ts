import { IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../sandbox-fixture.ts';

const role = 'arn:aws:iam::111122223333:role/on-notice';

const simulate = async (PolicySourceArn: string, ...ActionNames: string[]) => {
  const { sandbox, config } = await sandboxFixture();
  sandbox.roles.add(role);
  sandbox.roles.deny(role, 'sns:Publish', 'organization');
  const client = new IAMClient(config());
  return client.send(new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames }));
};

describe('the sandbox’s IAM', () => {
  it('says of each action whether the role may, and whether an organization denies it', async () => {
    const { EvaluationResults } = await simulate(role, 'sns:Publish', 'sqs:SendMessage');

    expect(EvaluationResults).toMatchObject([
      {
        EvalActionName: 'sns:Publish',
        EvalDecision: 'implicitDeny',
        OrganizationsDecisionDetail: { AllowedByOrganizations: false },
      },
      { EvalActionName: 'sqs:SendMessage', EvalDecision: 'allowed' },
    ]);
  });

  it('refuses a role that is not there, and what is no action', async () => {
    await expect(simulate(`${role}-gone`, 'sns:Publish')).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    });
    await expect(simulate(role, 'Publish')).rejects.toMatchObject({ name: 'InvalidInputException' });
  });
});

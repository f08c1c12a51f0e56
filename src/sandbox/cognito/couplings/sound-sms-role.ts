import { refused } from '../../answer.ts';
import { type Coupling, sendsSms } from './proposed-pool.ts';

/**
 * A pool whose SMS role is broken refuses every update, whatever it changes.
 * Texts: github.com/awslabs/nx-plugin-for-aws/issues/631.
 */
export const soundSmsRole: Coupling = ({ after }) => {
  if (!sendsSms(after)) return undefined;
  switch (after.conditions.smsRole) {
    case 'no-trust':
      return refused(
        'InvalidSmsRoleTrustRelationshipException',
        'Role does not have a trust relationship allowing Cognito to assume the role',
      );
    case 'no-access':
      return refused(
        'InvalidSmsRoleAccessPolicyException',
        'Role does not have permission to publish with SNS',
      );
    case 'sound':
      return undefined;
  }
};

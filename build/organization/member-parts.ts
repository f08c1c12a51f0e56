import type { Resources } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { mayTellCentre } from './may-tell-centre.ts';

/**
 * What a member of an organization has besides: the right to tell the centre. The bus's own policy lets in the other
 * half: Amazon EventBridge user guide, "Permissions for event buses".
 */
export const memberParts = (centre: string, names: DeploymentNames): Resources => ({
  CentrePolicy: {
    Type: 'AWS::IAM::RolePolicy',
    Properties: {
      RoleName: { Ref: 'OnNoticeRole' },
      PolicyName: 'centre',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [mayTellCentre(centre, names)],
      },
    },
  },
});

import { beside } from '../beside.ts';
import { type Resources, sub } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { rulesMayAssume } from '../rules-may-assume.ts';
import { type Told, untilDead } from '../tampering-rule.ts';
import { goneOff } from './alarms-gone-off.ts';
import { mayTellCentre } from './may-tell-centre.ts';
import { centreBusArn } from './organization-names.ts';
import type { OrganizationRole } from './organization-parameters.ts';

const role = 'TellCentreRole';

const arnOf = (logicalId: string): object => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

const targetAt = (centre: string, names: DeploymentNames): object => ({
  Id: 'centre',
  Arn: sub(centreBusArn(centre, names)),
  RoleArn: arnOf(role),
});

/** Whom a member's rules tell besides: the centre's bus, since nobody here need be subscribed to anything. */
export const centreOf = (
  organization: OrganizationRole | undefined,
  names: DeploymentNames,
): Pick<Told, 'centre'> =>
  organization?.kind === 'member' ? { centre: targetAt(organization.centre, names) } : {};

/**
 * What lets a member's rules tell the centre, and the rule that does so for its alarms; doctor may ask about both.
 * @param resources the whole template: its alarms are told
 * @param centre the centre's account
 */
export const tellCentre = (resources: Resources, names: DeploymentNames, centre: string): Resources => {
  const { service, stage } = names;
  return {
    // Its rights are simulated like those of the functions.
    DoctorPolicy: beside(resources.DoctorPolicy, arnOf('OnNoticeRole'), arnOf(role)) as object,
    [role]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Description:
          'The rules of Lifeguard tell the centre of the organization who tampers with it, and its alarms',
        AssumeRolePolicyDocument: rulesMayAssume(
          sub(`arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${service}-${stage}-*`),
        ),
        Policies: [
          {
            PolicyName: 'centre',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [mayTellCentre(centre, names)],
            },
          },
        ],
      },
    },
    AlarmsRule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        // Named, since the role trusts it by how its name begins.
        Name: `${service}-${stage}-alarms`,
        Description: 'Alarms of Lifeguard that go off, for the centre of the organization',
        EventPattern: goneOff(resources),
        Targets: [{ ...targetAt(centre, names), ...untilDead }],
      },
    },
  };
};

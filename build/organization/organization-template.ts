import { sub } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { homeStackSetName, memberForwardersName } from './organization-names.ts';

/** What the template of an organization's stack sets is made for. */
export interface OrganizationOptions {
  readonly names: DeploymentNames;
  /** The members' home Region, and the centre's. */
  readonly home: string;
  readonly otherRegions: readonly string[];
  /** The centre's account, which has a stack of its own. */
  readonly centre: string;
  readonly callAs: 'DELEGATED_ADMIN' | 'SELF';
  /** Where the two templates lie in the bucket of artifacts. */
  readonly homeKey: string;
  readonly forwarderKey: string;
}

const templateUrl = (key: string): object =>
  sub(`https://\${ArtifactBucket}.s3.\${AWS::Region}.\${AWS::URLSuffix}/${key}`);

const stackSet = (
  { centre, callAs }: OrganizationOptions,
  set: {
    readonly name: string;
    readonly description: string;
    readonly key: string;
    readonly regions: readonly string[];
    readonly parameter: { readonly ParameterKey: string; readonly ParameterValue: unknown };
    readonly dependsOn?: object;
  },
): object => ({
  StackSetName: set.name,
  Description: set.description,
  PermissionModel: 'SERVICE_MANAGED',
  CallAs: callAs,
  Capabilities: ['CAPABILITY_NAMED_IAM'],
  // An account that comes into one of the units gets its stacks, and one that leaves loses them: what looks after an
  // account whose people no longer answer to this organization must not go on writing there. The ledger and its key stay.
  AutoDeployment: {
    Enabled: true,
    RetainStacksOnAccountRemoval: false,
    ...(set.dependsOn && { DependsOn: set.dependsOn }),
  },
  ManagedExecution: { Active: true },
  OperationPreferences: {
    RegionConcurrencyType: 'PARALLEL',
    // A tenth at a time, and no further once a tenth has failed: an upgrade that breaks something breaks it in few.
    MaxConcurrentPercentage: 10,
    FailureTolerancePercentage: 10,
  },
  TemplateURL: templateUrl(set.key),
  Parameters: [set.parameter],
  StackInstancesGroup: [
    {
      DeploymentTargets: {
        OrganizationalUnitIds: { Ref: 'OrganizationalUnitIds' },
        // Its own deployment has the same names.
        AccountFilterType: 'DIFFERENCE',
        Accounts: [centre],
      },
      Regions: set.regions,
    },
  ],
});

/**
 * The stack sets that put Lifeguard into every account of organizational units: home stacks in the one home Region, and
 * after them forwarders in the others. Service-managed stack sets never reach the management account.
 */
export const organizationTemplate = (options: OrganizationOptions): object => {
  const { names, home, otherRegions, homeKey, forwarderKey } = options;
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Lifeguard in every account of organizational units',
    Parameters: {
      ArtifactBucket: {
        Type: 'String',
        Description: 'The bucket of artifacts, in this Region',
        AllowedPattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
      },
      OrganizationalUnitIds: {
        Type: 'CommaDelimitedList',
        Description: 'The units whose accounts get Lifeguard (ou-...), or the root (r-...)',
      },
      // Which account that is for a delegated administrator AWS doesn't document, and a wrong one ends the deployment.
      // Without it nothing is lost: a forwarder that comes first has its events tried for a day.
      StackSetAccountId: {
        Type: 'String',
        Default: '',
        Description:
          'The account in the ARN of the stack set of home stacks: new accounts then get forwarders after home stacks. Empty: in any order',
        AllowedPattern: '^([0-9]{12})?$',
      },
    },
    Conditions: {
      InOrder: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'StackSetAccountId' }, ''] }] },
    },
    // Another Region's centre would be told on a bus that isn't there.
    Rules: {
      HomeRegionOnly: {
        Assertions: [
          {
            Assert: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, home] },
            AssertDescription: `This was packaged for ${home}: deploy it there, or package it with another --region.`,
          },
        ],
      },
    },
    Resources: {
      HomeStacks: {
        Type: 'AWS::CloudFormation::StackSet',
        Properties: stackSet(options, {
          name: homeStackSetName(names),
          description: 'Lifeguard in the home Region of every account',
          key: homeKey,
          regions: [home],
          parameter: { ParameterKey: 'ArtifactBucket', ParameterValue: { Ref: 'ArtifactBucket' } },
        }),
      },
      ...(otherRegions.length === 0
        ? {}
        : {
            ForwarderStacks: {
              Type: 'AWS::CloudFormation::StackSet',
              // Forwarders name a role and a bus that home stacks make, and are removed before them.
              DependsOn: ['HomeStacks'],
              Properties: stackSet(options, {
                name: memberForwardersName(names),
                description: 'What forwards calls from the other Regions of every account',
                key: forwarderKey,
                regions: otherRegions,
                parameter: { ParameterKey: 'HomeRegion', ParameterValue: home },
                // The same for accounts that come later. Source: AWS::CloudFormation::StackSet AutoDeployment, AWS
                // CloudFormation template reference. Ref is NAME:ID.
                dependsOn: {
                  'Fn::If': [
                    'InOrder',
                    [
                      sub(
                        `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:\${StackSetAccountId}:stackset/\${HomeStacks}`,
                      ),
                    ],
                    { Ref: 'AWS::NoValue' },
                  ],
                },
              }),
            },
          }),
    },
  };
};

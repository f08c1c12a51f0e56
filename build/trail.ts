import { type Resources, sub } from './cloudformation.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';

/** The trail that a deployment makes, where that was asked for. */
export const trailName = ({ service, stage }: DeploymentNames): string => `${service}-${stage}`;

/** How many days the trail's files are kept. */
const days = 400;

/**
 * A trail of all Regions that logs the management events that write: what brings calls to EventBridge at all. Its files
 * go to a bucket of their own, and both that and its policy stay when the stack is removed.
 * Source of the policy: AWS CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail".
 */
export const trail = (names: DeploymentNames): Resources => {
  const bucket = { Ref: 'TrailBucket' };
  const bucketArn = { 'Fn::GetAtt': ['TrailBucket', 'Arn'] };
  const forOurTrail = {
    'aws:SourceArn': sub(
      `arn:\${AWS::Partition}:cloudtrail:\${AWS::Region}:\${AWS::AccountId}:trail/${trailName(names)}`,
    ),
  };
  const cloudTrail = { Service: 'cloudtrail.amazonaws.com' };
  const kept = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };
  return {
    TrailBucket: {
      Type: 'AWS::S3::Bucket',
      ...kept,
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        // Whoever deletes or overwrites a file leaves it there for a while.
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: {
          Rules: [
            {
              Id: 'expire',
              Status: 'Enabled',
              ExpirationInDays: days,
              NoncurrentVersionExpiration: { NoncurrentDays: 30 },
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            },
          ],
        },
      },
    },
    TrailBucketPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      ...kept,
      Properties: {
        Bucket: bucket,
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'OurTrailMayLook',
              Effect: 'Allow',
              Principal: cloudTrail,
              Action: 's3:GetBucketAcl',
              Resource: bucketArn,
              Condition: { StringEquals: forOurTrail },
            },
            {
              Sid: 'OurTrailMayWrite',
              Effect: 'Allow',
              Principal: cloudTrail,
              Action: 's3:PutObject',
              Resource: sub(`\${TrailBucket.Arn}/AWSLogs/\${AWS::AccountId}/*`),
              Condition: {
                StringEquals: { ...forOurTrail, 's3:x-amz-acl': 'bucket-owner-full-control' },
              },
            },
            {
              Sid: 'OnlyOverTls',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [bucketArn, sub(`\${TrailBucket.Arn}/*`)],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
    Trail: {
      Type: 'AWS::CloudTrail::Trail',
      DependsOn: ['TrailBucketPolicy'],
      Properties: {
        TrailName: trailName(names),
        S3BucketName: bucket,
        IsLogging: true,
        IsMultiRegionTrail: true,
        IncludeGlobalServiceEvents: true,
        EnableLogFileValidation: true,
        EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }],
      },
    },
  };
};

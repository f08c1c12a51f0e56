import { expect, test } from 'vitest';
import type { Variants } from './packaged.ts';
import { idsOfType, properties } from './template.ts';

const ours = {
  'aws:SourceArn': {
    'Fn::Sub': `arn:\${AWS::Partition}:cloudtrail:\${AWS::Region}:\${AWS::AccountId}:trail/cognito-lifeguard-prod`,
  },
};
const bucketArn = { 'Fn::GetAtt': ['TrailBucket', 'Arn'] };

export const trailFacts = (variants: () => Variants): void => {
  test('is made where it was asked for, and nowhere else', () => {
    const made = Object.entries(variants()).filter(
      ([, { template }]) => idsOfType(template, 'AWS::CloudTrail::Trail').length > 0,
    );

    expect(made.map(([variant]) => variant)).toEqual(['full']);
    expect(idsOfType(variants().plain.template, 'AWS::S3::Bucket')).toEqual(['ServerlessDeploymentBucket']);
  });

  test('logs the writing management events of every Region, with files that can be validated', () => {
    expect(properties(variants().full.template, 'Trail')).toEqual({
      TrailName: 'cognito-lifeguard-prod',
      S3BucketName: { Ref: 'TrailBucket' },
      IsLogging: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }],
    });
  });

  test('writes to a private and encrypted bucket, whose files expire', () => {
    expect(properties(variants().full.template, 'TrailBucket')).toMatchObject({
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
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [expect.objectContaining({ Status: 'Enabled', ExpirationInDays: 400 })],
      },
    });
  });

  test('lets CloudTrail write for this trail of this account alone, and nobody without TLS', () => {
    const { template } = variants().full;
    const cloudTrail = { Service: 'cloudtrail.amazonaws.com' };

    expect(properties(template, 'TrailBucketPolicy').PolicyDocument.Statement).toEqual([
      {
        Sid: 'OurTrailMayLook',
        Effect: 'Allow',
        Principal: cloudTrail,
        Action: 's3:GetBucketAcl',
        Resource: bucketArn,
        Condition: { StringEquals: ours },
      },
      {
        Sid: 'OurTrailMayWrite',
        Effect: 'Allow',
        Principal: cloudTrail,
        Action: 's3:PutObject',
        Resource: { 'Fn::Sub': `\${TrailBucket.Arn}/AWSLogs/\${AWS::AccountId}/*` },
        Condition: { StringEquals: { ...ours, 's3:x-amz-acl': 'bucket-owner-full-control' } },
      },
      {
        Sid: 'OnlyOverTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [bucketArn, { 'Fn::Sub': `\${TrailBucket.Arn}/*` }],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
    expect(template.Resources.Trail).toMatchObject({ DependsOn: ['TrailBucketPolicy'] });
  });
};

const bucketArn = { 'Fn::GetAtt': ['ArtifactBucket', 'Arn'] };
const objects = { 'Fn::Sub': `\${ArtifactBucket.Arn}/*` };

/**
 * The bucket that the organization's accounts take templates and code from: private, over TLS only, readable to the
 * organization's accounts and to nobody else, and kept when its stack is removed, since stacks refer to what is in it.
 * The Region is the members' home Region: Lambda takes code from a bucket of its own Region only, in any account (AWS
 * CloudFormation template reference, AWS::Lambda::Function Code).
 */
export const artifactBucketTemplate = (): object => ({
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'The artifacts of Lifeguard for the accounts of an organization',
  Parameters: {
    OrganizationId: {
      Type: 'String',
      Description: 'The organization whose accounts may read, o-a1b2c3d4e5 for instance',
      AllowedPattern: '^o-[a-z0-9]{10,32}$',
    },
  },
  Resources: {
    ArtifactBucket: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          // A customer key would have to let in every account as well.
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
      },
    },
    ArtifactBucketPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'ArtifactBucket' },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'OurOrganizationMayRead',
              Effect: 'Allow',
              Principal: '*',
              Action: 's3:GetObject',
              Resource: objects,
              Condition: { StringEquals: { 'aws:PrincipalOrgID': { Ref: 'OrganizationId' } } },
            },
            {
              Sid: 'OnlyOverTls',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [bucketArn, objects],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
  },
  Outputs: {
    ArtifactBucketName: {
      Description: 'For aws s3 sync, and for the parameter ArtifactBucket of organization.json',
      Value: { Ref: 'ArtifactBucket' },
    },
  },
});

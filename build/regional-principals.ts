/**
 * The Regions that nobody has to turn on. None is ever added: Regions that AWS introduced after March 20, 2019 are
 * disabled by default. Source: AWS Account Management reference guide, "Enable or disable AWS Regions in your account".
 */
const enabledByDefault: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);

/**
 * The name by which CloudFormation has to be let in for stack instances in a Region: one of the Region's own where the
 * Region is disabled by default, for which the general one isn't enough.
 * Source: AWS CloudFormation user guide, "Grant self-managed permissions".
 */
export const regionalPrincipals = (regions: readonly string[]): readonly string[] => [
  'cloudformation.amazonaws.com',
  ...regions
    .filter((region) => !enabledByDefault.has(region))
    .map((region) => `cloudformation.${region}.amazonaws.com`),
];

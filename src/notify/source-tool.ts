import type { Actor } from '../change/cause.ts';
import type { SourceTool } from '../pool/source-property.ts';

/**
 * Which tool made a call, as far as the record tells. Only help is built on it: a user agent can claim anything.
 * Sources: `userIdentity.invokedBy` (AWS CloudTrail user guide); the session name that CloudFormation gives
 * itself; the user agent of HashiCorp's AWS provider.
 */
export const sourceTool = (actor: Actor): SourceTool | undefined => {
  const cloudFormation =
    actor.invokedBy === 'cloudformation.amazonaws.com' ||
    actor.userAgent === 'cloudformation.amazonaws.com' ||
    actor.sessionName === 'AWSCloudFormation';
  if (cloudFormation) return 'CloudFormation';
  return /\b(?:Terraform|OpenTofu|terraform-provider-aws)\//i.test(actor.userAgent ?? '')
    ? 'Terraform'
    : undefined;
};

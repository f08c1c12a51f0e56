import type { Resources } from './cloudformation.ts';

/** A topic that on-notice publishes to, and how long its ARN is, at most where only AWS knows it. */
export interface PublishTarget {
  readonly arn: string | { readonly Ref: string };
  readonly length: number;
}

/** In characters, of the 6,144 of a managed policy (IAM user guide, "IAM and AWS STS quotas"); the rest is its frame. */
const roomForArns = 5500;

/** Splits topics so that the ARNs of each part have room in one policy. */
const inParts = (targets: readonly PublishTarget[]): readonly (readonly PublishTarget[])[] => {
  const parts: PublishTarget[][] = [];
  let left = 0;
  for (const target of targets) {
    // Quotes and a comma.
    const taken = target.length + 3;
    if (parts.length === 0 || taken > left) {
      parts.push([]);
      left = roomForArns;
    }
    parts.at(-1)?.push(target);
    left -= taken;
  }
  return parts;
};

/**
 * The right to publish to exactly these topics. Managed policies, since a role's own ones together have 10,240
 * characters; a role takes ten of them.
 */
export const tellOwnersPolicies = (targets: readonly PublishTarget[]): Resources =>
  Object.fromEntries(
    inParts(targets).map((part, index) => [
      `TellOwnersPolicy${index + 1}`,
      {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          Description: 'Lifeguard tells the owners of pools',
          Roles: [{ Ref: 'OnNoticeRole' }],
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'TellOwners',
                Effect: 'Allow',
                Action: 'sns:Publish',
                Resource: part.map(({ arn }) => arn),
              },
            ],
          },
        },
      },
    ]),
  );

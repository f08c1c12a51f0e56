import { sub } from './cloudformation.ts';

/**
 * The user pools of the governed Regions, as a policy names them.
 * @param others the governed Regions but home
 */
export const userPools = (others: readonly string[]): object | readonly object[] => {
  const arns = [`\${AWS::Region}`, ...others].map((region) =>
    sub(`arn:\${AWS::Partition}:cognito-idp:${region}:\${AWS::AccountId}:userpool/*`),
  );
  const [only, second] = arns;
  return only && second === undefined ? only : arns;
};

/**
 * The trust policy of a role that EventBridge takes for rules of this account alone. Both keys: Amazon EventBridge user
 * guide, "Using IAM policy conditions in Amazon EventBridge".
 * @param rules the rules' ARNs, or patterns of them
 */
export const rulesMayAssume = (rules: object | readonly object[]): object => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
        ArnLike: { 'aws:SourceArn': rules },
      },
    },
  ],
});

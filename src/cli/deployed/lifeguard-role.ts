/** Who Lifeguard's own calls are recorded as. */
export const lifeguardRole = (accountId: string) => ({
  type: 'AssumedRole',
  principalId: 'AROALIFEGUARD:cognito-lifeguard-on-pool-change',
  arn: `arn:aws:sts::${accountId}:assumed-role/cognito-lifeguard-on-pool-change/cognito-lifeguard-on-pool-change`,
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      principalId: 'AROALIFEGUARD',
      arn: `arn:aws:iam::${accountId}:role/cognito-lifeguard-on-pool-change`,
      accountId,
      userName: 'cognito-lifeguard-on-pool-change',
    },
    attributes: { mfaAuthenticated: 'false' },
  },
});

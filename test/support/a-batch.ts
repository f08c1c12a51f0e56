import type { Context, SQSEvent } from 'aws-lambda';

/** Lambda's context of on-pool-change, with plenty of time. */
export const context = {
  functionName: 'on-pool-change',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:on-pool-change',
  awsRequestId: 'a-request',
  memoryLimitInMB: '512',
  functionVersion: '$LATEST',
  getRemainingTimeInMillis: () => 60_000,
} as Context;

/** An SQS batch whose messages have these bodies; message ids are m0, m1 … */
export const batchOf = (...bodies: unknown[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({
    messageId: `m${index}`,
    receiptHandle: `r${index}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'events',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:111122223333:pool-changes',
    awsRegion: 'eu-west-1',
  })),
});

/** Somebody's UpdateUserPool in its EventBridge envelope, with other members in its record. */
export const anEventFor = (userPoolId: string, overrides: object = {}) => ({
  version: '0',
  id: 'an-envelope',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.cognito-idp',
  account: '111122223333',
  time: '2026-11-23T10:00:00Z',
  region: 'eu-west-1',
  resources: [],
  detail: {
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      arn: 'arn:aws:iam::111122223333:user/deployer',
      accountId: '111122223333',
    },
    eventTime: '2026-11-23T10:00:00Z',
    eventSource: 'cognito-idp.amazonaws.com',
    eventName: 'UpdateUserPool',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.7',
    userAgent: 'aws-cli/2.31.0',
    requestParameters: { userPoolId },
    responseElements: null,
    eventID: 'an-event',
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
    ...overrides,
  },
});

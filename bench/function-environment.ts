/** The environment of on-pool-change, as serverless.yml has it, for a function that reaches nothing. */
export const functionEnvironment: Readonly<Record<string, string>> = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIALIFEGUARD',
  AWS_SECRET_ACCESS_KEY: 'bench',
  POWERTOOLS_SERVICE_NAME: 'cognito-lifeguard',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  LIFEGUARD_STAGE: 'bench',
  LIFEGUARD_MODE: 'remediate',
  LIFEGUARD_REGIONS: 'eu-west-1',
  LIFEGUARD_SETTLE_SECONDS: '0',
  LIFEGUARD_TELL_DENIED: 'false',
  LIFEGUARD_RETENTION_DAYS: '400',
  LIFEGUARD_MAX_RECEIVE_COUNT: '10',
  LIFEGUARD_LEDGER_TABLE: 'ledger',
  LIFEGUARD_NOTICES_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/111122223333/notices',
  LIFEGUARD_POOL_CHANGES_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/111122223333/pool-changes',
};

/**
 * AWS's list prices in US dollars, us-east-1, without the free tier, as the services' pricing pages had them when this
 * was written. They differ by Region and change: docs/cost.md says so.
 */
export const prices = {
  /** A customer-managed key, a month; each of its first two yearly rotations adds as much. */
  kmsKey: 1,
  kmsRequest: 0.03 / 10_000,
  sqsRequest: 0.4 / 1_000_000,
  lambdaRequest: 0.2 / 1_000_000,
  /** A second with one GB, on arm64. */
  lambdaGigabyteSecond: 0.000_013_333_4,
  dynamoWriteUnit: 0.625 / 1_000_000,
  dynamoReadUnit: 0.125 / 1_000_000,
  /** A GB and month of the table, and of its point-in-time recovery. */
  dynamoGigabyte: 0.25 + 0.2,
  alarm: 0.1,
  metric: 0.3,
  dashboard: 3,
  logGigabyte: 0.5,
  trace: 5 / 1_000_000,
  mail: 2 / 100_000,
  /** Of one's own on EventBridge, other accounts' buses included: whoever sends it pays. */
  event: 1 / 1_000_000,
} as const;

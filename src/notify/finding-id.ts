import { createHash } from 'node:crypto';

/**
 * The id of the Security Hub finding for a rule at a pool: `cognito-lifeguard/` and the first 32 hexadecimal digits of
 * the SHA-256 of the pool's ARN, a space, and the rule's id. It never changes: under another id Security Hub would keep
 * the old finding open for 90 days beside the new one, with nobody to close it.
 */
export const findingId = (poolArn: string, rule: string): string => {
  const hash = createHash('sha256').update(`${poolArn} ${rule.toWellFormed()}`);
  return `cognito-lifeguard/${hash.digest('hex').slice(0, 32)}`;
};

import type { PoolSnapshot } from './pool-snapshot.ts';

/** A date of UserPool as AWS's JSON has it, seconds since 1970, in ISO 8601; undefined where it isn't one. */
export const dateOf = (
  { userPool }: PoolSnapshot,
  member: 'CreationDate' | 'LastModifiedDate',
): string | undefined => {
  const seconds = userPool[member];
  return typeof seconds === 'number' && Math.abs(seconds) < 8.64e12
    ? new Date(seconds * 1000).toISOString()
    : undefined;
};

import type { DigestCounts } from './announcement.ts';

/** Nothing stands. */
export const noCounts: DigestCounts = { debt: 0, reported: 0, refused: 0 };

/** What stands in both places. */
export const together = (left: DigestCounts, right: DigestCounts): DigestCounts => ({
  debt: left.debt + right.debt,
  reported: left.reported + right.reported,
  refused: left.refused + right.refused,
});

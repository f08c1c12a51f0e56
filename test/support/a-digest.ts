import type { Announcement } from '../../src/sweep/announcement.ts';

type Digest = Extract<Announcement, { kind: 'digest' }>;

/** The digest of a sweep that found one finding of debt, unless told otherwise. */
export const aDigest = (overrides: Partial<Digest> = {}): Digest => ({
  schema: 'cognito-lifeguard/announcement/1',
  id: 'digest-1',
  at: '2026-11-23T09:20:00.000Z',
  accountId: '111122223333',
  policyDigest: 'sha256:2f1d0c',
  kind: 'digest',
  sweep: 'sweep-1',
  counts: { debt: 1, reported: 0, refused: 0 },
  pools: [],
  poolsOmitted: 0,
  ...overrides,
});

import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import { snapshotBefore } from '../remediation/pre-image.ts';
import { windowOf } from './history-after.ts';
import type { WriteWindow } from './pool-history.ts';
import { after } from './times.ts';

/** Milliseconds. What a process sends before it is gone is there before its lease is over. */
const longestWrite = 90_000;

/**
 * The window of a write of which nothing stands: the process that had remembered it is gone, and nobody knows whether
 * it was made and undone, or never made.
 * @param now the pool as it is found
 */
export const unconfirmedWindow = (open: OpenOutcome, now: PoolSnapshot): WriteWindow => {
  const window = windowOf(open, snapshotBefore(open, now), open.preImage.takenAt);
  const latest = after(window.from, longestWrite);
  return { ...window, to: window.to < latest ? window.to : latest };
};

import type { PoolHistory } from '../history/pool-history.ts';

/** Of what people know to be wrong: it is only ever compared, and cut it equals nothing. */
const longestKnown = 1000;

/**
 * The history with as little left out as makes it fit: what our writes held, then calls, undoings and fixes, each
 * the oldest first, and at last the text of what people know. What it says of rules and debt stays.
 * @returns undefined where that isn't enough
 */
export const shortenHistory = (
  history: PoolHistory,
  fits: (history: PoolHistory) => boolean,
): PoolHistory | undefined => {
  if (fits(history)) return history;
  let kept = 0;
  let enough =
    history.writes.length + history.calls.length + history.undoings.length + history.fixes.length + 1;
  if (!fits(withoutOldest(history, enough))) return undefined;
  while (enough - kept > 1) {
    const middle = Math.floor((kept + enough) / 2);
    if (fits(withoutOldest(history, middle))) enough = middle;
    else kept = middle;
  }
  return withoutOldest(history, enough);
};

/** The history without so many of its pieces, in the order in which they can best be missed. */
const withoutOldest = (history: PoolHistory, pieces: number): PoolHistory => {
  const { writes, calls, undoings, fixes, known } = history;
  const ofCalls = Math.max(0, pieces - writes.length);
  const ofUndoings = Math.max(0, ofCalls - calls.length);
  const ofFixes = Math.max(0, ofUndoings - undoings.length);
  return {
    ...history,
    writes: writes.map((write, index) => (index < pieces ? { ...write, values: {} } : write)),
    calls: calls.slice(ofCalls),
    undoings: undoings.slice(ofUndoings),
    fixes: fixes.slice(ofFixes),
    ...(known &&
      ofFixes > fixes.length && {
        known: { ...known, remaining: known.remaining.slice(0, longestKnown).toWellFormed() },
      }),
  };
};

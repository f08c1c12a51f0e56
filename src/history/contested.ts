import type { Undoing } from './pool-history.ts';

/**
 * The settings that somebody brought back after we had put them right: what a war is about.
 * @param undoings those that are remembered
 * @param newest that of the look under way
 */
export const contestedIn = (undoings: readonly Undoing[] = [], newest?: Undoing): ReadonlySet<string> =>
  new Set([...undoings, ...(newest ? [newest] : [])].flatMap(({ settings }) => settings));

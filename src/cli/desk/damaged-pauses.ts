import type { Desk } from '../../ledger/desk.ts';
import { printError } from '../terminal/print.ts';

/** `1 entry among the pauses is no pause` */
export const damagedText = (entries: number): string =>
  entries === 1
    ? '1 entry among the pauses is no pause'
    : `${entries} entries among the pauses are no pauses`;

/** `1 entry that was no pause is taken away` */
export const mendedText = (entries: number): string =>
  entries === 1
    ? '1 entry that was no pause is taken away'
    : `${entries} entries that were no pauses are taken away`;

/** Warns where something stands among the pauses that is none, and says how to take it away. */
export const warnOfDamaged = async (desk: Pick<Desk, 'damagedPauses'>): Promise<void> => {
  const entries = await desk.damagedPauses();
  if (entries > 0)
    printError(
      `warning: ${damagedText(entries)}. Nothing is held up by that. To take it away: lifeguard resume --damaged`,
    );
};

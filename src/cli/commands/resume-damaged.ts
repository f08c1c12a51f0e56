import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { announcePauses } from '../desk/announce-pauses.ts';
import { mendedText } from '../desk/damaged-pauses.ts';
import { exitCode } from '../exit-code.ts';
import { printText } from '../terminal/print.ts';

/** Takes away what stands among the pauses and is none. Pauses stay. */
export const resumeDamaged = async (options: DeskOptions): Promise<number> => {
  const at = await atTheDesk(options);
  const mended = await at.desk.mendPauses();
  if (mended === 0) {
    printText('Nothing stands among the pauses that is none: nothing was changed.');
    return exitCode.compliant;
  }
  printText(
    [
      `${mendedText(mended)}. Nothing was held up by that; pauses stay.`,
      'No command writes such a thing. Find out who did: docs/operations.md, Pauses.',
    ].join('\n'),
  );
  await announcePauses(at, mended);
  return exitCode.compliant;
};

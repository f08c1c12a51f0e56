import type { AtTheDesk } from '../at-the-desk.ts';
import { printError, printText } from '../terminal/print.ts';
import { askDeployment } from './ask-deployment.ts';

/**
 * Has people told that a pause has begun or is over, and says whether they are.
 * @param mended how many entries that were no pauses have been taken away
 */
export const announcePauses = async (at: AtTheDesk, mended = 0): Promise<void> => {
  if (!at.isDeployed) {
    printText('The ledger is a folder: this holds for whoever uses the same folder, and nobody is told.');
    return;
  }
  const asked = await askDeployment(at, { kind: 'check-pauses', ...(mended > 0 && { mended }) });
  if (asked === 'asked') printText('People are told in a moment.');
  else
    printError(
      `warning: It holds now, but people are told with the next sweep only: the deployment could not be asked. ${asked.why}`,
    );
};

import type { AtTheDesk } from '../at-the-desk.ts';
import { askDeployment } from './ask-deployment.ts';

/** Has people told that a pause has begun or is over, and says whether they are. */
export const announcePauses = async (at: AtTheDesk): Promise<void> => {
  if (!at.isDeployed) {
    console.log('The ledger is a folder: this holds for whoever uses the same folder, and nobody is told.');
    return;
  }
  const asked = await askDeployment(at, { kind: 'check-pauses' });
  if (asked === 'asked') console.log('People are told in a moment.');
  else
    console.error(
      `warning: It holds now, but people are told with the next sweep only: the deployment could not be asked. ${asked.why}`,
    );
};

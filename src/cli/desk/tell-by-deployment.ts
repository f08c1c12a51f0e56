import type { World } from '../../world.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { printError } from '../terminal/print.ts';
import { askDeployment } from './ask-deployment.ts';

/**
 * Has the deployment tell people of each outcome that wrote something at the command line; where it can't be asked to,
 * that is said, once.
 */
export const tellByDeployment = (at: Pick<AtTheDesk, 'account' | 'stage'>): World['tell'] => {
  let isWarned = false;
  return async ({ id, changes }) => {
    if (changes.length === 0) return;
    const asked = await askDeployment(at, { kind: 'tell', outcome: id });
    if (asked === 'asked' || isWarned) return;
    isWarned = true;
    printError(
      `warning: People are not told of what is written: the deployment could not be asked. ${asked.why}`,
    );
  };
};

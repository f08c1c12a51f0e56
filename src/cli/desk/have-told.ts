import type { Outcome } from '../../remediation/outcome.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { printError } from '../terminal/print.ts';
import { askDeployment } from './ask-deployment.ts';

/** Has the deployment tell people what was written at the command line, and warns where it can't be asked to. */
export const haveTold = async (
  at: Pick<AtTheDesk, 'account' | 'stage'>,
  outcomes: readonly Outcome[],
): Promise<void> => {
  for (const { id, changes } of outcomes) {
    if (changes.length === 0) continue;
    const asked = await askDeployment(at, { kind: 'tell', outcome: id });
    if (asked === 'asked') continue;
    printError(
      `warning: People are not told of what was written: the deployment could not be asked. ${asked.why}`,
    );
    return;
  }
};

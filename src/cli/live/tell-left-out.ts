import type { Interruption } from '../interruption.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { printError } from '../terminal/print.ts';
import type { Misses } from './misses.ts';

/**
 * Says on standard error what a round of looks has left out: Regions without Cognito, and what an interruption cut off.
 * @param left how many pools that had been found were not looked at
 */
export const tellLeftOut = (
  misses: Pick<Misses, 'withoutCognito'>,
  interruption: Pick<Interruption, 'isAsked'>,
  left: number,
): void => {
  const without = misses.withoutCognito();
  if (without.length > 0) printError(`Without Amazon Cognito: ${inert(without.join(', '))}.`);
  if (interruption.isAsked())
    printError(`Interrupted: ${counted(left, 'pool')} that had been found were not looked at.`);
};

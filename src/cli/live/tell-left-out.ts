import type { Interruption } from '../interruption.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { printError } from '../terminal/print.ts';
import type { Misses } from './misses.ts';
import type { LiveAccount } from './round-of.ts';

/** More Regions than this are counted and not named. */
const mostNamed = 5;

/**
 * Says on standard error what a round of looks has left out: Regions without pools or without Cognito, and what an
 * interruption cut off.
 * @param left how many pools that had been found were not looked at
 */
export const tellLeftOut = (
  account: LiveAccount,
  misses: Pick<Misses, 'withoutCognito' | 'withoutPools'>,
  interruption: Pick<Interruption, 'isAsked'>,
  left: number,
): void => {
  const without = misses.withoutCognito();
  if (without.length > 0) printError(`Without Amazon Cognito: ${inert(without.join(', '))}.`);
  tellWithoutPools(account, misses);
  if (interruption.isAsked())
    printError(`Interrupted: ${counted(left, 'pool')} that had been found were not looked at.`);
};

/** Says on standard error which Regions have no pools, and where to look where none of them has. */
export const tellWithoutPools = (
  { accountId, regions, isEvery }: LiveAccount,
  misses: Pick<Misses, 'withoutPools'>,
): void => {
  const empty = misses.withoutPools();
  if (empty.length === 0) return;
  const where = empty.length > mostNamed ? counted(empty.length, 'Region') : inert(empty.join(', '));
  const elsewhere = empty.length === regions.length && !isEvery ? ' --all-regions looks everywhere.' : '';
  printError(`No user pools in ${where} of account ${accountId}.${elsewhere}`);
};

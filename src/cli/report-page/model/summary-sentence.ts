import { severities } from '../../../policy/policy.ts';
import { counted } from '../../report/counted.ts';
import type { Totals } from './totals.ts';

/**
 * All figures in one sentence, for somebody who reads only that.
 * @param isRemembered false where no ledger was read, and nobody can say what is debt
 * @param unlisted Regions whose pools AWS did not list: there may be any number
 */
export const summarySentence = (
  totals: Totals,
  isRemembered: boolean,
  unlisted: readonly string[] = [],
): string =>
  unlisted.length === 0
    ? sentenceOfPools(totals, isRemembered)
    : `${sentenceOfPools(totals, isRemembered)} Not known are the pools of ${unlisted.join(', ')}.`;

const sentenceOfPools = (totals: Totals, isRemembered: boolean): string => {
  const { pools, compliant, violating, unbound, unread, exempted } = totals;
  if (pools === 0) return 'No user pool was found.';
  const verb = pools === 1 ? 'keeps' : 'keep';
  const first = `${compliant} of ${counted(pools, 'user pool')} (${share(compliant, pools)}) ${compliant === 1 && pools > 1 ? 'keeps' : verb} every rule`;
  const rest = [
    ...(violating > 0
      ? [`${violating} ${violating === 1 ? 'breaks' : 'break'} rules: ${violationsOf(totals, isRemembered)}`]
      : []),
    ...(exempted > 0
      ? [
          `${counted(exempted, 'difference')} ${exempted === 1 ? 'is' : 'are'} allowed by an exemption for a time`,
        ]
      : []),
    ...(unbound > 0 ? [`no rule speaks of ${unbound}`] : []),
    ...(unread > 0
      ? [`${unread} could not be read, and nobody can say how ${unread === 1 ? 'it stands' : 'they stand'}`]
      : []),
  ];
  return `${[first, ...rest].join('; ')}.`;
};

const violationsOf = ({ violations, bySeverity, debt, refused }: Totals, isRemembered: boolean): string => {
  const parts = severities.flatMap((severity) =>
    bySeverity[severity] > 0 ? [`${bySeverity[severity]} ${severity}`] : [],
  );
  const of = [
    ...(isRemembered && debt > 0 ? [`${debt} older than Lifeguard or the rule`] : []),
    ...(refused > 0 ? [`${refused} that a person must put right`] : []),
  ];
  const listed = `${parts.join(', ')} ${violations === 1 ? 'violation' : 'violations'}`;
  return of.length === 0 ? listed : `${listed} (${of.join(', ')})`;
};

/** A share that says 100% and 0% only where it is all or nothing. */
export const share = (part: number, whole: number): string => {
  if (whole === 0) return '0%';
  const percent = Math.round((part / whole) * 100);
  if (percent === 100 && part < whole) return '99%';
  return percent === 0 && part > 0 ? '1%' : `${percent}%`;
};

import type { PoolDebt } from '../desk/debt-to-accept.ts';
import { inert, inertLine } from './inert.ts';
import { paint } from './paint.ts';

/** A pool's debt for a terminal, rule by rule. */
export const debtText = ({ pool, name, rules }: PoolDebt): string =>
  [
    `${name === null ? '' : `${paint.strong(inertLine(name, 60))}  `}${inert(pool.id)}`,
    ...rules.map(
      ({ rule, words }) => `  ${paint.bad('✗')} ${paint.strong(inert(rule))}  ${inertLine(words, 160)}`,
    ),
  ].join('\n');

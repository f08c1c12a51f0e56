import type { Standing } from './ledger.ts';

/** A digest tells of many pools: who wants a text whole asks for the outcome. */
const longest = 200;

/** What a sweep found standing, with every long text cut: whoever can change a pool can make its texts long. */
export const cutStanding = (standing: Standing): Standing => cut(standing) as Standing;

const cut = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.length > longest ? `${value.slice(0, longest - 1).toWellFormed()}…` : value;
  if (Array.isArray(value)) return value.map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, each]) => [member, cut(each)]));
};

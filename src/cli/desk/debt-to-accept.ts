import type { Desk } from '../../ledger/desk.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import { showValue } from '../../pool/setting-value.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { rememberedPool } from './remembered-pool.ts';

/** A pool's debt, by rule. */
export interface PoolDebt {
  readonly pool: PoolRef;
  readonly name: string | null;
  readonly rules: readonly { readonly rule: string; readonly words: string }[];
}

/**
 * The debt that a sweep found standing, pool by pool.
 * @throws CliError where nothing is kept of such a sweep
 */
export const debtOfSweep = async (desk: Desk, sweep: string): Promise<readonly PoolDebt[]> => {
  const notes = await Array.fromAsync(desk.notes(sweep));
  if (notes.length === 0)
    throw new CliError(
      `Nothing is kept of a sweep ${inert(sweep)}: its digest names the id, which is kept for three days.`,
      exitCode.usage,
    );
  return notes.flatMap(({ pool, name, findings }) => {
    const rules = findings.flatMap(({ rule, setting, found, required, left }) =>
      left?.kind === 'debt'
        ? [{ rule, words: `${setting} is ${showValue(found)}, and must be ${required}` }]
        : [],
    );
    return rules.length === 0 ? [] : [{ pool, name, rules }];
  });
};

/**
 * What is remembered of a pool's debt.
 * @throws CliError where nothing is remembered of the pool
 */
export const debtOfPool = async (desk: Desk, pool: PoolRef): Promise<PoolDebt> => {
  const { history } = await rememberedPool({ desk }, pool);
  const rules = Object.entries(history?.debt ?? {}).map(([rule, { since }]) => ({
    rule,
    words: `since ${since.slice(0, 10)}`,
  }));
  return { pool, name: null, rules };
};

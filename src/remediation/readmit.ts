import type { Draft, DraftRule } from './draft.ts';
import { settle } from './settle.ts';

/**
 * Takes back what was refused because of another change that was refused later: each refusal must stand beside what is
 * done in the end.
 * @param wanted the draft before anything was refused
 * @param settled the same draft, settled by these rules
 */
export const readmit = (wanted: Draft, settled: Draft, rules: readonly DraftRule[]): Draft => {
  for (const refusal of settled.refusals.filter((each) => !wanted.refusals.includes(each))) {
    const isIn = (path: string): boolean => settled.wanted.some(({ setting }) => setting === path);
    const changes = wanted.wanted.filter(
      ({ setting }) => isIn(setting) || refusal.settings.includes(setting),
    );
    const refusals = settled.refusals.filter((other) => other !== refusal);
    const retried = settle({ ...settled, wanted: changes, changes, refusals }, rules);
    if (retried.refusals.length < settled.refusals.length) return readmit(wanted, retried, rules);
  }
  return settled;
};

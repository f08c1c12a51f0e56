import type { Draft, DraftRule } from './draft.ts';
import type { Refusal } from './refusal.ts';
import { settle } from './settle.ts';

/**
 * Takes back what was refused because of another change that was refused later, or says why it is refused all the same:
 * each refusal must stand beside what is done in the end.
 * @param wanted the draft before anything was refused
 * @param settled the same draft, settled by these rules
 */
export const readmit = (wanted: Draft, settled: Draft, rules: readonly DraftRule[]): Draft => {
  let refusals = settled.refusals;
  for (const refusal of settled.refusals.filter((each) => !wanted.refusals.includes(each))) {
    const retried = settle(withAgain(wanted, settled, refusal), rules);
    if (retried.refusals.length < settled.refusals.length) return readmit(wanted, retried, rules);
    const [instead] = retried.refusals.filter((each) => !settled.refusals.includes(each));
    if (instead && instead.settings.join() === refusal.settings.join())
      refusals = refusals.map((each) => (each === refusal ? instead : each));
  }
  return { ...settled, refusals };
};

/** What a refusal took out is wanted again, beside what is left. */
const withAgain = (wanted: Draft, settled: Draft, refusal: Refusal): Draft => {
  const isLeft = (path: string): boolean => settled.wanted.some(({ setting }) => setting === path);
  const changes = wanted.wanted.filter(
    ({ setting }) => isLeft(setting) || refusal.settings.includes(setting),
  );
  const refusals = settled.refusals.filter((other) => other !== refusal);
  return { ...settled, wanted: changes, changes, refusals };
};

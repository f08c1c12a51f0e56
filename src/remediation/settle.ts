import type { Draft, DraftRule } from './draft.ts';

/**
 * Applies rules to a draft until none has anything to say. After each change it begins with the first rule again, so
 * that a rule is asked only about a draft that all rules before it have nothing to say of. A rule may undo the ground of
 * another: what a refused change had forced goes, and may be forced again by a change that stays.
 * @throws Error where the rules never come to rest, which is a defect of theirs
 */
export const settle = (draft: Draft, rules: readonly DraftRule[]): Draft => {
  let settled = draft;
  // Every round but the last adds a coupled change or takes changes out; there are fewer settings than rounds.
  for (let round = 0; round < 400; round += 1) {
    const next = firstChange(settled, rules);
    if (next === settled) return settled;
    settled = next;
  }
  throw new Error('The rules of couplings and refusals come to no rest.');
};

const firstChange = (draft: Draft, rules: readonly DraftRule[]): Draft => {
  for (const rule of rules) {
    const next = rule(draft);
    if (next !== draft) return next;
  }
  return draft;
};

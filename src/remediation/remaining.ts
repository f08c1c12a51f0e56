import type { Outcome } from './outcome.ts';

/** What is still wrong with a pool after an outcome, in a form that is equal when nothing has changed. */
export const remainingOf = ({ findings, refusals, kind }: Outcome): string => {
  const open = findings
    .filter(({ resolved, exemption, left }) => !resolved && !exemption && left?.kind !== 'debt')
    .map(({ policy, rule, now }) => JSON.stringify([policy, rule, now]));
  return JSON.stringify([kind === 'failed', open.toSorted(), refusals.map(({ code }) => code).toSorted()]);
};

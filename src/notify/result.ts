import type { OutcomeKind } from '../remediation/outcome.ts';
import type { LookFacts } from './notice-facts.ts';

const results: { readonly [kind in OutcomeKind]: string } = {
  remediated: 'Fixed',
  partly: 'Partly fixed',
  planned: 'Would fix',
  refused: "Can't fix",
  failed: 'Failed to fix',
  paused: 'Paused, not fixed',
  reported: 'Not fixed',
  gone: 'Deleted',
  compliant: 'Changed',
  covered: 'Changed',
  ignored: 'Changed',
};

/**
 * What came of a look, for a headline. A fix beside which something was refused must not read like the whole one, and
 * what a person undid not like a failure.
 */
export const resultOf = ({ outcome, settings }: LookFacts): string => {
  if (outcome.kind === 'remediated' && outcome.refusals.length > 0) return 'Partly fixed';
  const isUndone = settings.length > 0 && settings.every(({ resting }) => resting);
  return outcome.kind === 'reported' && isUndone ? 'Undone' : results[outcome.kind];
};

/** What happened, with what came of the look where it found anything: `Changed unseen, fixed`. */
export const withResult = (happened: string, facts: LookFacts): string => {
  const result = resultOf(facts);
  return facts.settings.length === 0
    ? happened
    : `${happened}, ${result.slice(0, 1).toLowerCase()}${result.slice(1)}`;
};

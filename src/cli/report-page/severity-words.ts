import type { Severity } from '../../policy/policy.ts';

/** How a severity is marked where there is room for one letter. */
export const severityLetters: { readonly [severity in Severity]: string } = {
  critical: 'C',
  high: 'H',
  medium: 'M',
  low: 'L',
};

import { evaluate } from '../../src/policy/evaluate.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import type { Engine } from './engine.ts';

/** The product's own evaluator, with all that a finding says: found, required, place, owners. */
export const lifeguardEngine = (policies: PolicySet): Engine => ({
  name: 'Lifeguard',
  broken: (pool) =>
    evaluate({ ...pool }, policies, { ceiling: 'remediate', today: '2026-11-23' }).findings.map(
      ({ rule }) => rule,
    ),
});

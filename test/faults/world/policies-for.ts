import { loadPolicies } from '../../../src/policy/load-policies.ts';
import type { PolicySet } from '../../../src/policy/policy.ts';

/** The policies of the run, with exemptions for some pools: one that lasts, one that ends in the middle. */
export const policiesFor = async (exempted: readonly string[]): Promise<PolicySet> => {
  const loaded = await loadPolicies('test/faults/policies');
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
  const [lasting = '', ending = ''] = exempted;
  const source = { file: 'policies/exemptions.yaml', line: 1, column: 1 };
  const granted = '2026-11-20';
  const by = { reason: 'An old client.', approver: 'security@example.com', granted, source };
  return {
    ...loaded.policies,
    exemptions: [
      { ...by, pools: [lasting], rules: [{ rule: 'symbols' }], ticket: 'SEC-1', expires: '2027-01-20' },
      { ...by, pools: [ending], rules: [{ rule: 'length' }], ticket: 'SEC-2', expires: '2026-11-25' },
    ],
  };
};

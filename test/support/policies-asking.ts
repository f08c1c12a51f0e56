import type { PolicySet, RemediationTerms } from '../../src/policy/policy.ts';
import type { SettingPath } from '../../src/pool/settings.ts';
import { aPolicy, aPolicySet } from './a-policy.ts';
import { aRule } from './a-rule.ts';

/** What a rule asks of a setting, as a file has it: `{ atLeast: 14 }`, with its terms beside it. */
export interface Asked {
  readonly asks: { readonly [operator: string]: unknown };
  readonly terms?: RemediationTerms;
}

/** A policy set that asks this of these settings and remediates; rules are named rule-0, rule-1 … */
export const policiesAsking = (asked: { readonly [path in SettingPath]?: Asked }): PolicySet => {
  const entries = Object.entries(asked) as [SettingPath, Asked][];
  const rules = entries.map(([setting, { asks, terms }], index) =>
    aRule({ id: `rule-${index}`, setting, asks, allowWeakening: 'SEC-1', ...(terms && { terms }) }),
  );
  return aPolicySet({ policies: [aPolicy({ rules })] });
};

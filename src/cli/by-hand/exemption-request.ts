import { stringify } from 'yaml';
import { after, day } from '../../history/times.ts';
import type { PolicySet } from '../../policy/policy.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { SettingChange } from '../../remediation/setting-change.ts';
import { floorFor } from './floor-for.ts';

/** Days: the longest that the loader takes. */
const longest = 90;

/**
 * The entries of exemptions.yaml that permit a pool to stay as it was before a remediation, one for each rule, since
 * each rule has its own floor. What only a person can say stands in angle brackets.
 * @returns undefined where no rule had asked for the changes
 */
export const exemptionRequest = (
  pool: PoolRef,
  changes: readonly SettingChange[],
  policies: PolicySet,
  now: string,
): string | undefined => {
  const rules = policies.policies.flatMap((policy) => policy.rules);
  const exemptions = changes.flatMap(({ from, because }) =>
    rulesOf(because).map((id) => {
      const rule = rules.find((each) => each.id === id);
      const floor = rule && floorFor(rule, from);
      return {
        pools: [pool.arn],
        rules: [id],
        ...(floor && { floor }),
        reason: '<why this pool has to differ>',
        approver: '<who approves it>',
        ticket: '<ticket>',
        granted: now.slice(0, 10),
        expires: after(now, longest * day).slice(0, 10),
      };
    }),
  );
  return exemptions.length === 0 ? undefined : stringify({ exemptions });
};

const rulesOf = (because: SettingChange['because']): readonly string[] =>
  because.flatMap((why) => (why.kind === 'rule' ? [why.rule] : []));

/** The rules that had asked for changes, each once. */
export const rulesBehind = (changes: readonly SettingChange[]): readonly string[] => [
  ...new Set(changes.flatMap(({ because }) => rulesOf(because))),
];

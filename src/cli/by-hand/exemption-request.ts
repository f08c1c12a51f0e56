import { Document, isCollection, isScalar, visit } from 'yaml';
import { after, day } from '../../history/times.ts';
import type { PolicySet } from '../../policy/policy.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { SettingChange } from '../../remediation/setting-change.ts';
import { floorFor } from './floor-for.ts';

/** Days: the longest that the loader takes. */
const longest = 90;

/**
 * The entries of exemptions.yaml that permit a pool to stay as it was before a remediation: one for the rules of which
 * it permits anything, and one for each floor, since it counts for every rule of its entry. What only a person can say
 * stands in angle brackets.
 * @returns undefined where no rule had asked for the changes
 */
export const exemptionRequest = (
  pool: PoolRef,
  changes: readonly SettingChange[],
  policies: PolicySet,
  now: string,
): string | undefined => {
  const rules = policies.policies.flatMap((policy) => policy.rules);
  const permitted = changes.flatMap(({ from, because }) =>
    rulesOf(because).map((id) => {
      const rule = rules.find((each) => each.id === id);
      return { id, floor: rule && floorFor(rule, from) };
    }),
  );
  const exemptions = [...Map.groupBy(permitted, ({ floor }) => JSON.stringify(floor))].map(([, same]) => ({
    pools: [pool.arn],
    rules: same.map(({ id }) => id),
    ...(same[0]?.floor && { floor: same[0].floor }),
    reason: '<why this pool has to differ>',
    approver: '<who approves it>',
    ticket: '<ticket>',
    granted: now.slice(0, 10),
    expires: after(now, longest * day).slice(0, 10),
  }));
  return exemptions.length === 0 ? undefined : shortYaml({ exemptions });
};

/** Lists and floors on one line each. */
const shortYaml = (file: { readonly exemptions: readonly object[] }): string => {
  const document = new Document(file);
  visit(document, {
    Pair: (_, { key, value }) => {
      const isShort = ['pools', 'rules', 'floor'].includes(isScalar(key) ? String(key.value) : '');
      if (isShort && isCollection(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
};

const rulesOf = (because: SettingChange['because']): readonly string[] =>
  because.flatMap((why) => (why.kind === 'rule' ? [why.rule] : []));

/** The rules that had asked for changes, each once. */
export const rulesBehind = (changes: readonly SettingChange[]): readonly string[] => [
  ...new Set(changes.flatMap(({ because }) => rulesOf(because))),
];

import { expect } from 'vitest';
import { isWeaker } from '../../src/policy/is-weaker.ts';
import type { PolicySet, Rule } from '../../src/policy/policy.ts';
import { type PoolSnapshot, readSetting } from '../../src/pool/pool-snapshot.ts';
import type { UserPoolWrite, WriteResult } from '../../src/pool/pools.ts';
import { isGovernable, type SettingPath, settings } from '../../src/pool/settings.ts';
import { judge, type Look } from '../../src/remediation/look.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import type { SettingChange } from '../../src/remediation/setting-change.ts';
import type { Demand } from './arbitrary-policies.ts';
import type { PoolPlan } from './arbitrary-pool.ts';
import { differences, futureElements } from './differences.ts';

export interface Write extends UserPoolWrite {
  readonly result: WriteResult;
}

/** Every remediating rule that the pool doesn't satisfy in the end is named in a refusal. */
export const everyFindingIsAnswered = ({ kind, findings, refusals, reason }: Outcome): void => {
  expect({ kind, reason }).not.toMatchObject({ kind: 'failed' });
  const refused = refusals.flatMap((refusal) => refusal.settings);
  const silent = findings.filter(
    ({ mode, resolved, setting }) => mode === 'remediate' && !resolved && !refused.includes(setting),
  );
  expect(silent.map(({ setting, found, required }) => ({ setting, found, required, refusals }))).toEqual([]);
};

/** What differs is what the outcome says was changed, as it says; members from the future are as they were. */
export const onlyTheChangesDiffer = (
  before: PoolSnapshot,
  after: PoolSnapshot,
  { changes, sideEffects }: Outcome,
): void => {
  expect(
    differences(
      before,
      after,
      changes.map(({ setting }) => setting),
    ),
  ).toEqual([]);
  expect(sideEffects).toEqual([]);
  const [were, are] = [futureElements(before), futureElements(after)];
  for (const [name, member] of are) expect(member).toBe(were.get(name) ?? member);
};

/** Nothing that has a safer direction went the other way without a ticket. */
export const nothingGotWeaker = (
  before: PoolSnapshot,
  after: PoolSnapshot,
  { changes }: Outcome,
  policies: PolicySet,
): void => {
  const weaker = settings
    .filter(isGovernable)
    .filter((setting) => isWeaker(readSetting(before, setting), readSetting(after, setting), setting))
    .filter(({ path }) => !isTicketed(path, changes, policies));
  expect(weaker.map(({ path }) => path)).toEqual([]);
};

const isTicketed = (path: SettingPath, changes: readonly SettingChange[], policies: PolicySet): boolean => {
  const rules: readonly Rule[] = policies.policies.flatMap((policy) => policy.rules);
  const causes = changes.find(({ setting }) => setting === path)?.because ?? [];
  return causes.some((cause) =>
    cause.kind === 'coupling'
      ? isTicketed(cause.forcedBy, changes, policies)
      : rules.some(({ setting, allowWeakening }) => setting === path && allowWeakening !== undefined),
  );
};

/** AWS takes every write, but for what only its answer tells. */
export const everyWriteIsTaken = (writes: readonly Write[], { condition, future }: PoolPlan): void => {
  const byAnswer = ['import', 'replica', 'tier-locked', 'update-denied', 'mfa-denied'].includes(condition);
  if (byAnswer || future.some(({ refused }) => refused)) return;
  const refused = writes.filter(({ result }) => result.kind !== 'written');
  expect(refused.map(({ operation, result }) => ({ operation, result }))).toEqual([]);
};

/** The plan follows from pool and policies alone: not from the order of files, nor from what was planned before. */
export const planIsPure = (snapshot: PoolSnapshot, { policies, options }: Demand, today: string): Look => {
  const terms = { ...options, ceiling: 'remediate', today } as const;
  const look = judge(snapshot, policies, terms);
  expect(judge(frozen(structuredClone(snapshot)), frozen(structuredClone(policies)), terms)).toEqual(look);
  const reversed = policies.policies
    .toReversed()
    .map((policy) => ({ ...policy, rules: policy.rules.toReversed() }));
  expect(essence(judge(snapshot, { ...policies, policies: reversed }, terms))).toEqual(essence(look));
  return look;
};

const essence = ({ plan }: Look) => ({
  changes: new Set(plan.changes.map(({ setting, to }) => JSON.stringify([setting, to]))),
  refusals: new Set(
    plan.refusals.map(({ code, settings: refused }) => JSON.stringify([code, refused.toSorted()])),
  ),
  operations: plan.calls.map(({ operation }) => operation),
  carried: plan.carried,
});

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

import { recall } from '../../../src/history/recall.ts';
import { isWeaker } from '../../../src/policy/is-weaker.ts';
import { binds } from '../../../src/policy/scope.ts';
import { type PoolSnapshot, readSetting } from '../../../src/pool/pool-snapshot.ts';
import { settingAt } from '../../../src/pool/settings.ts';
import { judge, type Look } from '../../../src/remediation/look.ts';
import { cautiousPlan } from '../../../src/remediation/plan-options.ts';
import type { Run } from '../run-seed.ts';
import { region } from '../world/cognito-in-time.ts';
import { snapshotOf } from '../world/snapshot-of.ts';

/** Every pool is as policy requires, or people were told why it can't be, or it is debt: wrong since before we came. */
export const poolsAreRight = (run: Run): readonly string[] =>
  run.stage.cognito.pools.list(region).flatMap((pool) => {
    const snapshot = snapshotOf(pool, run.stage.time.now());
    const look = judgeAtTheEnd(run, snapshot);
    if (!look) return [`${pool.id} has no history: nobody has looked at it.`];
    return [...unwritten(look), ...unanswered(run, look), ...falseDebt(run, look)].map(
      (problem) => `${pool.id}: ${problem}`,
    );
  });

const judgeAtTheEnd = ({ stage, policies }: Run, snapshot: PoolSnapshot): Look | undefined => {
  const { history } = stage.ledgers.pools.get(snapshot.pool.arn) ?? {};
  const now = stage.time.now().toISOString();
  return (
    history &&
    judge(snapshot, policies, {
      ...cautiousPlan,
      ...recall({ history, causes: [], now, leavesDebt: true }, policies, snapshot),
      ceiling: 'remediate',
      today: now.slice(0, 10),
    })
  );
};

const unwritten = ({ plan }: Look): readonly string[] =>
  plan.changes.map(({ setting, from, to }) => `${setting} is ${from} and could be made ${to}.`);

/** What isn't put right is refused, in the last outcome that speaks of findings. */
const unanswered = ({ stage }: Run, { evaluation, plan, snapshot }: Look): readonly string[] => {
  const wrong = evaluation.findings.filter(({ mode, exemption }) => mode === 'remediate' && !exemption);
  const last = stage.observed.handed.findLast(
    ({ outcome }) => outcome.pool?.arn === snapshot.pool.arn && outcome.findings.length > 0,
  );
  const told = new Set(last?.outcome.refusals.flatMap(({ settings }) => settings));
  const planned = new Set(plan.refusals.flatMap(({ settings }) => settings));
  return wrong
    .filter(({ setting }) => !planned.has(setting) || !told.has(setting))
    .map(
      ({ rule, setting, found }) => `${rule}: ${setting} is ${found}, and the last outcome doesn't say why.`,
    );
};

/** Debt is what was there before we came, or before a tag put the pool under the policy, and no worse than then. */
const falseDebt = ({ first, policies }: Run, { evaluation, snapshot }: Look): readonly string[] => {
  const before = first.get(snapshot.pool.id);
  const isNewlyBound = (name: string): boolean => {
    const scope = policies.policies.find((policy) => policy.name === name)?.appliesTo;
    return scope?.tags !== undefined && !(before && binds(scope, before));
  };
  return evaluation.findings
    .filter(({ left, policy }) => left?.kind === 'debt' && !isNewlyBound(policy))
    .filter(({ setting: path, found }) => {
      const setting = settingAt(path);
      return !before || isWeaker(readSetting(before, setting), found, setting);
    })
    .map(({ rule, setting, found }) => `${rule}: ${setting} is ${found} and passes for debt.`);
};

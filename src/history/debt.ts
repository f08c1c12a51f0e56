import type { Finding, Left } from '../policy/finding.ts';
import type { Rule } from '../policy/policy.ts';
import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import { sameValue } from '../pool/setting-value.ts';
import { settingAt } from '../pool/settings.ts';
import { isMemoryLost, isNewcomer } from './created.ts';
import { isWorse } from './is-worse.ts';
import type { Past } from './past.ts';
import type { Debt } from './pool-history.ts';
import { ruleVersion } from './rule-version.ts';
import { digestOf, storedValue } from './stored-value.ts';
import { day, elapsed } from './times.ts';

/**
 * Says whether a finding is debt: there when its pool or its rule was first seen, and no worse since. What anybody
 * changes for the worse is never debt.
 * @returns since when; undefined where it is to be put right
 */
export const debtOf = (
  past: Past,
  snapshot: PoolSnapshot,
  finding: Finding,
  rule: Rule,
): Extract<Left, { kind: 'debt' }> | undefined => {
  if (!past.leavesDebt) return undefined;
  const since = debtSince(past, snapshot, finding, rule);
  const isOverdue =
    since !== undefined &&
    past.debtAfterDays !== undefined &&
    elapsed(since, past.now) >= past.debtAfterDays * day;
  return since === undefined || isOverdue ? undefined : { kind: 'debt', since };
};

const debtSince = (past: Past, snapshot: PoolSnapshot, finding: Finding, rule: Rule): string | undefined => {
  const { history, now } = past;
  if (!history) return isOldWrong(past, snapshot, finding) ? now : undefined;
  const version = ruleVersion(rule, 'remediate');
  const known = history.debt[rule.id];
  if (known?.version === version)
    return isWorse(known.found, finding.found, settingAt(finding.setting)) ? undefined : known.since;
  if (history.rules[rule.id] === version) return undefined;
  // Held back, refused or undone under the rule as it was: no other version of it makes that old.
  const wasToBePutRight = history.rules[rule.id] !== undefined && known === undefined;
  if (wasToBePutRight && history.known?.rules?.includes(rule.id)) return undefined;
  // A rule that is new here: what the last look saw already is debt.
  return history.seen.values[finding.setting] === digestOf(finding.found) ? now : undefined;
};

/** At the first look at a pool, all is taken for old but what a recorded call asked for in so many words. */
const isOldWrong = (past: Past, snapshot: PoolSnapshot, { setting, found }: Finding): boolean =>
  !isNewcomer(past, snapshot) &&
  !isMemoryLost(past, snapshot) &&
  !past.causes.some(
    (cause) =>
      cause.kind === 'call' &&
      cause.requested?.some((asked) => asked.setting === setting && sameValue(asked.value, found)),
  );

/** What is debt after a look, by rule, as it is remembered. */
export const debtAfter = (
  findings: readonly Finding[],
  versions: { readonly [rule: string]: string },
): { readonly [rule: string]: Debt } =>
  Object.fromEntries(
    findings.flatMap(({ rule, setting, found, left }) => {
      const version = versions[rule];
      return left?.kind === 'debt' && version !== undefined
        ? [[rule, { since: left.since, version, found: storedValue(found, settingAt(setting)) }] as const]
        : [];
    }),
  );

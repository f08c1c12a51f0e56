import { cutTo } from '../../../notify/escape.ts';
import { withoutSecrets } from '../../../notify/visible-outcome.ts';
import { type SettingValue, showValue } from '../../../pool/setting-value.ts';
import type { Outcome, OutcomeFinding } from '../../../remediation/outcome.ts';
import type { SettingChange } from '../../../remediation/setting-change.ts';
import type { PoolMemory } from '../../desk/pool-memory.ts';
import type { CellDetail, DetailState, RuleColumn, ShownChange } from './report-data.ts';

/** UTF-16 units: a pool's longest texts would fill a report. */
const longest = 300;

const shownValue = (setting: string, value: SettingValue): string =>
  cutTo(showValue(withoutSecrets.value(setting, value)), longest);

/**
 * What the cell of a rule that doesn't hold opens to. Secrets are hidden, and long texts are cut.
 * @param rule its column
 */
export const detailOf = (
  finding: OutcomeFinding,
  outcome: Outcome,
  memory: PoolMemory | undefined,
  rule: RuleColumn,
): CellDetail => {
  const { exemption } = finding;
  const changes = exemption ? [] : changesFor(finding, outcome.changes);
  const refusal = exemption
    ? undefined
    : outcome.refusals.find(({ settings }) => settings.includes(finding.setting));
  const debt = memory?.debt.find((each) => each.rule === finding.rule);
  const rests = memory?.resting.find((each) => each.rule === finding.rule);
  return {
    state: stateOf({ isExempted: !!exemption, isRefused: !!refusal && changes.length === 0, isDebt: !!debt }),
    found: shownValue(finding.setting, finding.now),
    ...(finding.required !== rule.required && {
      required: cutTo(withoutSecrets.text(finding.setting, finding.required), longest),
    }),
    ...(changes.length > 0 && { changes }),
    ...(refusal && {
      refusal: {
        code: refusal.code,
        reason: cutTo(refusal.reason, longest),
        next: cutTo(refusal.next, longest),
      },
    }),
    ...(exemption && { exemption }),
    ...(debt && !exemption && { since: debt.since.slice(0, 10) }),
    ...(rests && !exemption && { resting: { outcome: rests.outcome, until: rests.until } }),
  };
};

const stateOf = (is: {
  readonly isExempted: boolean;
  readonly isRefused: boolean;
  readonly isDebt: boolean;
}): DetailState => {
  if (is.isExempted) return 'exempted';
  if (is.isRefused) return 'refused';
  return is.isDebt ? 'debt' : 'open';
};

/** The change of the finding's setting, and those that AWS has come along with it. */
const changesFor = ({ setting }: OutcomeFinding, changes: readonly SettingChange[]): readonly ShownChange[] =>
  changes.flatMap((change): readonly ShownChange[] => {
    const forced = change.because.find((why) => why.kind === 'coupling' && why.forcedBy === setting);
    if (change.setting !== setting && !forced) return [];
    const along = change.setting !== setting && forced?.kind === 'coupling' ? forced.reason : undefined;
    return [
      {
        setting: change.setting,
        from: shownValue(change.setting, change.from),
        to: shownValue(change.setting, change.to),
        ...(along !== undefined && { along }),
        ...(change.warning !== undefined && { warning: change.warning }),
      },
    ];
  });

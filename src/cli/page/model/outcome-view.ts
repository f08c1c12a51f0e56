import { commands } from '../../../notify/commands.ts';
import { noticeOf } from '../../../notify/outcome-notice.ts';
import { visibleOutcome } from '../../../notify/visible-outcome.ts';
import type { Outcome, OutcomeFinding } from '../../../remediation/outcome.ts';
import type { Remark } from '../../../remediation/remark.ts';
import type { SettingChange } from '../../../remediation/setting-change.ts';
import { causesText } from '../../report/causes-text.ts';
import { counted } from '../../report/counted.ts';
import { noteOn } from '../../report/outcome-text.ts';
import { remarkSentence } from '../../report/remark-text.ts';
import type { FindingView, OutcomeView, PlannedView } from '../page-data.ts';
import { outcomeTitle } from './outcome-title.ts';
import { poolLabel } from './pool-label.ts';
import { shown, shownValue } from './shown.ts';

/** What the page knows that an outcome doesn't say. */
export interface OutcomeContext {
  /** When a recorded call was made, by its event id, to the millisecond; CloudTrail tells whole seconds. */
  readonly changedAt: (eventId: string) => string | undefined;
  /** What people call a pool, or called it before it was gone. */
  readonly titleOf: (region: string, poolId: string) => string | undefined;
}

/**
 * What came of a look, as an entry of the timeline.
 * @param id names the entry
 */
export const outcomeView = (
  whole: Outcome,
  id: string,
  { changedAt, titleOf }: OutcomeContext,
): OutcomeView => {
  const outcome = visibleOutcome(whole);
  const { pool, reason, changes, refusals, sideEffects, remarks, findings, kind } = outcome;
  const isTold = noticeOf(whole, {}) !== undefined;
  const first = outcome.causes.find((cause) => cause.kind === 'call');
  const since = first && (changedAt(first.eventId) ?? first.eventTime);
  const wrote = changes.length > 0 && (kind === 'remediated' || kind === 'partly');
  const [undo] = wrote && pool ? commands.undo(pool, outcome.id) : [];
  return {
    kind: 'outcome',
    id,
    at: outcome.endedAt,
    outcome: kind,
    outcomeId: shown(outcome.id),
    ...(pool && {
      pool: poolLabel(pool.region, pool.id, pool.name ?? titleOf(pool.region, pool.id) ?? null),
    }),
    ...outcomeTitle(outcome, since, isTold),
    cause: causesText(outcome.causes, outcome.causesOmitted),
    isTold,
    ...(reason !== undefined && { reason: shown(reason, 'sentence') }),
    remarks: remarks.map(remarkText),
    findings: findings.map((finding) => findingView(finding)),
    plan: changes.map(plannedView),
    ...(outcome.carried > 0 && {
      carried: `${counted(outcome.carried, 'other setting')} ${kind === 'planned' ? 'would be' : 'were'} sent along unchanged`,
    }),
    refusals: refusals.map((refusal) => ({
      code: refusal.code,
      reason: shown(refusal.reason, 'sentence'),
      next: shown(refusal.next, 'sentence'),
    })),
    sideEffects: sideEffects.map(({ path, from, to }) => ({
      setting: shown(path),
      from: shown(from),
      to: shown(to),
    })),
    ...(undo !== undefined && { undo }),
  };
};

const remarkText = (remark: Remark): string => {
  const kind = remark.kind.replaceAll('-', ' ');
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}: ${shown(remarkSentence(remark), 'sentence')}`;
};

const findingView = (finding: OutcomeFinding): FindingView => {
  const { setting, rule, at, severity, why, found, required, now, resolved, exemption, left, mode } = finding;
  const note = resolved ? '' : noteOn(finding).trim();
  return {
    rule: shown(rule, 'name'),
    at: shown(at),
    severity,
    why: shown(why, 'sentence'),
    setting,
    found: shownValue(setting, found),
    required: shown(required),
    now: shownValue(setting, now),
    state: resolved ? 'put-right' : exemption || left || mode === 'notify' ? 'left' : 'standing',
    ...(note !== '' && { note: shown(note, 'sentence') }),
  };
};

const plannedView = ({ setting, from, to, because, warning }: SettingChange): PlannedView => ({
  setting,
  from: shownValue(setting, from),
  to: shownValue(setting, to),
  because: [...because.map(reasonText), ...(warning === undefined ? [] : [warning])].map((reason) =>
    shown(reason, 'sentence'),
  ),
});

const reasonText = (why: SettingChange['because'][number]): string => {
  switch (why.kind) {
    case 'rule':
      return `rule ${why.rule}, ${why.at}`;
    case 'coupling':
      return `because ${why.reason}`;
    case 'person':
      return `${why.by}: ${why.reason}`;
  }
};

import { callGroups } from '../change/call-groups.ts';
import type { Cause } from '../change/cause.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { LookFacts } from './notice-facts.ts';
import { type NoticeRule, noticeRules } from './notice-rule.ts';

/** What machines are told about an outcome besides what every notice has. */
export interface OutcomeDetails
  extends Pick<
    Outcome,
    | 'causesOmitted'
    | 'refusals'
    | 'changes'
    | 'carried'
    | 'sideEffects'
    | 'unknownSettings'
    | 'remarks'
    | 'policyDigest'
    | 'startedAt'
    | 'endedAt'
    | 'fixedAt'
  > {
  readonly pool: LookFacts['pool'];
  readonly rules: readonly NoticeRule[];
  /** The gravest first. */
  readonly causes: readonly Cause[];
}

/** The gravest call of each caller comes before all that only repeats one: whoever shortens the list keeps those. */
const gravestFirst = (causes: readonly Cause[]): readonly Cause[] => [
  ...new Set<Cause>([...callGroups(causes).map(({ call }) => call), ...causes]),
];

/** What machines are told about an outcome. */
export const outcomeDetails = ({ outcome, pool }: LookFacts): OutcomeDetails => ({
  pool,
  rules: noticeRules(outcome),
  causes: gravestFirst(outcome.causes),
  ...(outcome.causesOmitted !== undefined && { causesOmitted: outcome.causesOmitted }),
  refusals: outcome.refusals,
  changes: outcome.changes,
  carried: outcome.carried,
  sideEffects: outcome.sideEffects,
  unknownSettings: outcome.unknownSettings,
  remarks: outcome.remarks,
  policyDigest: outcome.policyDigest,
  startedAt: outcome.startedAt,
  endedAt: outcome.endedAt,
  ...(outcome.fixedAt !== undefined && { fixedAt: outcome.fixedAt }),
});

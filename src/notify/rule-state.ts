import type { CallCause } from '../change/cause.ts';
import type { Finding } from '../policy/finding.ts';
import { type PoolRef, poolRefFromArn } from '../pool/pool-ref.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import type { Refusal } from '../remediation/refusal.ts';
import type { Remark } from '../remediation/remark.ts';
import type { AnnouncementDetails } from './announcement-details.ts';
import { findingId } from './finding-id.ts';
import type { Notice } from './notice.ts';
import { mainCall } from './notice-facts.ts';
import type { OutcomeDetails } from './outcome-details.ts';

/** How a rule stood at a pool, as far as a notice says. */
export interface RuleState {
  readonly pool: PoolRef;
  readonly name: string | null;
  readonly rule: string;
  /** When it was so, ISO 8601 UTC. */
  readonly at: string;
  /** `accepted`: it is broken, under an exemption. */
  readonly state: 'broken' | 'accepted' | 'holding';
  /** What the rule asks for; absent where a notice names a rule that holds again, and no more. */
  readonly asked?: Omit<Finding, 'found'>;
  readonly found?: SettingValue;
  readonly now?: SettingValue;
  /** Why it could not be put right. */
  readonly refusal?: Refusal;
  /** The recorded call that made us look, where what was found isn't older than it. */
  readonly call?: CallCause;
}

type Asked = NonNullable<RuleState['asked']> & { readonly resolved: boolean };

const stateOf = ({ resolved, exemption }: Asked): RuleState['state'] => {
  if (resolved) return 'holding';
  return exemption === undefined ? 'broken' : 'accepted';
};

const refusalOf = (refusals: readonly Refusal[], setting: string): Pick<RuleState, 'refusal'> => {
  const refusal = refusals.find(({ settings }) => settings.some((path) => path === setting));
  return refusal ? { refusal } : {};
};

/**
 * Rules that hold again although the look found nothing of them to name.
 * @param remarks what the past adds to a look
 */
const heldAgain = (remarks: readonly Remark[]): readonly string[] =>
  remarks.flatMap((remark) => {
    if (remark.kind === 'put-back') return remark.claims.map(({ rule }) => rule);
    return remark.kind === 'back-in-compliance' ? remark.rules : [];
  });

const ofOutcome = ({ settings }: Notice, details: OutcomeDetails): readonly RuleState[] => {
  const { name, ...pool } = details.pool;
  const where = { pool, name, at: details.endedAt };
  const call = mainCall(details.causes, settings);
  const judged = details.rules.map((asked): RuleState => {
    const row = settings.find(
      ({ setting, rules }) => setting === asked.setting && rules.includes(asked.rule),
    );
    return {
      ...where,
      rule: asked.rule,
      state: stateOf(asked),
      asked,
      ...(row && { found: row.found, now: row.now }),
      ...(asked.found !== undefined && { found: asked.found, now: asked.found }),
      ...refusalOf(details.refusals, asked.setting),
      ...(call && row && { call }),
    };
  });
  return [
    ...judged,
    ...heldAgain(details.remarks).map((rule): RuleState => ({ ...where, rule, state: 'holding' })),
  ];
};

const ofDigest = ({ pools }: Extract<AnnouncementDetails, { sweep: string }>): readonly RuleState[] =>
  pools.flatMap(({ pool, name, at, findings, refusals }) =>
    findings.map(
      (asked): RuleState => ({
        pool,
        name,
        at,
        rule: asked.rule,
        state: stateOf(asked),
        asked,
        found: asked.found,
        now: asked.now,
        ...refusalOf(refusals, asked.setting),
      }),
    ),
  );

/** The state that counts where a notice says several of one rule: a rule holds where it holds throughout. */
const weights: readonly RuleState['state'][] = ['broken', 'accepted', 'holding'];

const weightOf = ({ state }: RuleState): number => weights.indexOf(state);

/**
 * What a notice says of rules at pools, one state for each rule and pool as Security Hub tells them apart: of two
 * findings with one id, either could be the one that stays. A notice of a deleted pool says nothing: its rules neither
 * hold nor don't. A pool that isn't named by an ARN of a user pool is left out.
 */
export const ruleStates = (notice: Notice): readonly RuleState[] => {
  const { details } = notice;
  const states =
    'endedAt' in details ? ofOutcome(notice, details) : 'sweep' in details ? ofDigest(details) : [];
  const placed = states.flatMap((state) => {
    const pool = poolRefFromArn(state.pool.arn);
    return pool ? [{ ...state, pool }] : [];
  });
  return [...Map.groupBy(placed, ({ pool, rule }) => findingId(pool.arn, rule)).values()].flatMap(
    (same) => same.toSorted((left, right) => weightOf(left) - weightOf(right))[0] ?? [],
  );
};

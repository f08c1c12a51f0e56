import type { PolicySet } from '../policy/policy.ts';
import { exemptionFor, type StandingRule, standingRule } from '../policy/standing-rule.ts';
import type { Remark } from '../remediation/remark.ts';
import { lostUpdates } from './lost-updates.ts';
import type { Past } from './past.ts';
import { putBack } from './put-back.ts';

/**
 * What there is to say of calls that an earlier look covers: what they set may have been overwritten, and what they
 * asked for against policy has been put back. Judged by what that look left.
 * @param poolArn of the pool that the calls were about
 */
export const coveredRemarks = (past: Past, policies: PolicySet, poolArn: string): readonly Remark[] => {
  const { history } = past;
  if (!history) return [];
  const { rules: wrong = [] } = history.known ?? {};
  const isSaid = history.known === undefined || history.known.rules !== undefined;
  const standing = boundRules(past, policies, poolArn).filter(
    ({ rule }) => isSaid && !wrong.includes(rule.id),
  );
  return [...lostUpdates(past, history.seen.values), ...putBack(past, standing, [])];
};

/** The remediating rules that bound the pool at the last look and held. */
const boundRules = ({ history, now }: Past, policies: PolicySet, poolArn: string): readonly StandingRule[] =>
  policies.policies.flatMap((policy) =>
    policy.rules
      .filter(({ id }) => history?.rules[id] !== undefined && history.debt[id] === undefined)
      .map((rule) =>
        standingRule(policy, rule, 'remediate', exemptionFor(rule, poolArn, policies, now.slice(0, 10))),
      ),
  );

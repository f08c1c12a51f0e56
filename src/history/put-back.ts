import type { Finding } from '../policy/finding.ts';
import { severities } from '../policy/policy.ts';
import { rulesBrokenBy, type StandingRule } from '../policy/standing-rule.ts';
import type { Claimed, Remark } from '../remediation/remark.ts';
import { isOurCall } from './our-call.ts';
import type { Past } from './past.ts';

/**
 * What recorded calls asked for against rules that hold by now: somebody weakened the pool, and somebody has put it
 * back since. The request is compared, never written from. Our own writes carry what isn't put right yet, and claim
 * nothing by that.
 * @param standing the rules that bind the pool
 * @param findings what the look found: those rules speak for themselves
 */
export const putBack = (
  { history, causes }: Past,
  standing: readonly StandingRule[],
  findings: readonly Finding[],
): readonly Remark[] => {
  const wrong = new Set(findings.map(({ rule }) => rule));
  const claims = causes.flatMap((cause): Claimed[] => {
    if (cause.kind !== 'call' || history?.calls.includes(cause.eventId)) return [];
    if (isOurCall(history, cause)) return [];
    const { call, eventId, actor, requested = [] } = cause;
    return requested.flatMap(({ setting, value }) =>
      rulesBrokenBy(standing, setting, value)
        .filter(({ rule }) => !wrong.has(rule.id))
        .map(({ rule, at, enforced }) => ({
          setting,
          claimed: value,
          required: enforced.required,
          rule: rule.id,
          severity: rule.severity,
          at,
          call,
          eventId,
          actor,
        })),
    );
  });
  return claims.length === 0 ? [] : [{ kind: 'put-back', claims: gravest(claims) }];
};

/** More than anybody reads. */
const mostClaims = 20;

/** The gravest of all: no number of harmless ones stands before a grave one. */
const gravest = (claims: readonly Claimed[]): readonly Claimed[] =>
  claims.toSorted((left, right) => rankOf(left) - rankOf(right)).slice(0, mostClaims);

const rankOf = ({ severity }: Claimed): number => severities.indexOf(severity ?? 'low');

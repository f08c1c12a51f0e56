import { commands } from '../../notify/commands.ts';
import { isToBePutRight, refusalOf } from '../../notify/refusal-of.ts';
import { visibleOutcome } from '../../notify/visible-outcome.ts';
import type { PolicySet, SourcePlace } from '../../policy/policy.ts';
import type { StandingRule } from '../../policy/standing-rule.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import { showValue } from '../../pool/setting-value.ts';
import type { Outcome, OutcomeFinding } from '../../remediation/outcome.ts';
import type { Refusal } from '../../remediation/refusal.ts';
import type { Subject, Verdict } from './verdict.ts';

/**
 * How each rule stands at a live pool, without secrets.
 * @param outcome of a look that wrote nothing
 * @param policies where the rules stand
 * @param standing the rules that bind the pool: those without a finding hold; none are told to hold, if not said
 */
export const verdictsOf = (
  outcome: Outcome,
  policies: Pick<PolicySet, 'policies'>,
  standing: readonly StandingRule[] = [],
): readonly Verdict[] => {
  const { pool, findings, changes, refusals } = visibleOutcome(outcome);
  if (!pool || outcome.kind === 'gone') return [];
  const subject: Subject = { name: pool.name ?? pool.id, id: pool.arn };
  const places = placesOf(policies);
  const wrong = findings.map((finding): Verdict => {
    const change = changes.find(({ setting }) => setting === finding.setting);
    const refusal = refusalOf(finding, { findings, changes, refusals });
    const { policy, rule, severity, why, setting, required, found } = finding;
    return {
      status: finding.exemption ? 'exempted' : refusal ? 'refused' : 'violation',
      subject,
      ...{ policy, rule, severity, why, setting, required, found },
      at: places.get(keyOf(policy, rule)) ?? placeIn(finding.at),
      ...(change && isToBePutRight(finding) && { to: change.to }),
      message: `${setting} is ${showValue(found)}, and must be ${required}.${reasonOf(finding, refusal)}`,
      ...nextOf(finding, refusal, pool),
    };
  });
  const known = new Set(findings.map(({ policy, rule }) => keyOf(policy, rule)));
  const right = standing
    .filter(({ policy, rule }) => !known.has(keyOf(policy.name, rule.id)))
    .map(({ policy, rule }): Verdict => {
      const { id, severity, why, setting, required, source: at } = rule;
      const message = `${setting} is as it must be: ${required}.`;
      return {
        status: 'compliant',
        ...{ subject, policy: policy.name, rule: id, severity, why, at, setting, required, message },
      };
    });
  return [...wrong, ...right];
};

const keyOf = (policy: string, rule: string): string => JSON.stringify([policy, rule]);

const placesOf = ({ policies }: Pick<PolicySet, 'policies'>): ReadonlyMap<string, SourcePlace> =>
  new Map(
    policies.flatMap(({ name, rules }) => rules.map(({ id, source }) => [keyOf(name, id), source] as const)),
  );

/** A place as findings have it, `policies/baseline.yaml:14`, for a rule that the files at hand don't have any more. */
const placeIn = (at: string): SourcePlace => {
  const [, file = at, line = '1'] = /^(.*):(\d+)$/s.exec(at) ?? [];
  return { file, line: Number(line), column: 1 };
};

const reasonOf = ({ exemption, left }: OutcomeFinding, refusal: Refusal | undefined): string => {
  if (exemption)
    return ` Exempt until ${exemption.expires} by ${exemption.approver} (${exemption.ticket}): ${exemption.reason}`;
  if (left?.kind === 'debt')
    return ` Debt since ${left.since.slice(0, 10)}: left until somebody has it put right.`;
  if (left?.kind === 'undone') return ` Rests until ${left.until}: outcome ${left.outcome} was undone.`;
  return refusal ? ` Refused (${refusal.code}): ${refusal.reason}` : '';
};

const nextOf = (
  finding: OutcomeFinding,
  refusal: Refusal | undefined,
  pool: PoolRef,
): Pick<Verdict, 'next'> => {
  if (refusal) return { next: refusal.next };
  if (finding.left?.kind === 'debt')
    return { next: `lifeguard accept --pool ${pool.id} --rule ${finding.rule} has it put right.` };
  if (finding.left?.kind === 'undone') return { next: `${commands.resumeAfterUndo(pool)} ends the rest.` };
  return isToBePutRight(finding)
    ? { next: `lifeguard plan --pool ${pool.id} shows what would be done, lifeguard apply does it.` }
    : {};
};

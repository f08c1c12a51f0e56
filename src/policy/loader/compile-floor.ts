import { settingAt } from '../../pool/settings.ts';
import type { ExemptedRule } from '../exemption.ts';
import { implies } from '../implies.ts';
import type { Rule } from '../policy.ts';
import { remediationMistake } from './rule-mode.ts';
import { compileRequirement, type LocalMistake } from './rule-requirement.ts';

/**
 * Compiles the floor that an exemption puts in the place of a rule's constraint.
 * A floor is looser: whatever the rule accepts, it accepts too.
 */
export const compileFloor = (
  rule: Rule,
  floor: { readonly [member: string]: unknown },
): { readonly rule: ExemptedRule; readonly mistakes: readonly LocalMistake[] } => {
  const setting = settingAt(rule.setting);
  const exempted = { rule: rule.id };
  const fail = (...mistakes: readonly LocalMistake[]) => ({
    rule: exempted,
    mistakes: mistakes.map((mistake) => ({ ...mistake, in: ['floor', ...mistake.in] })),
  });

  const { requirement, mistakes } = compileRequirement(floor, setting);
  if (!requirement) return fail(...mistakes);
  const { constraint, required, operator } = requirement;
  if (!implies(rule.constraint, constraint, setting)) {
    const message = `A floor is looser than its rule, but ${required} refuses some of what ${rule.id} (${rule.required}) accepts.`;
    return fail({ in: [operator], message });
  }
  const { remediateTo, allowWeakening } = rule;
  const remediation =
    rule.mode === 'remediate'
      ? remediationMistake(setting, requirement, {
          allowWeakening: allowWeakening !== undefined,
          remediateTo,
        })
      : undefined;
  return remediation
    ? fail(remediation)
    : { rule: { ...exempted, floor: { constraint, required } }, mistakes: [] };
};

import { holds } from '../../policy/constraints/holds.ts';
import { domainOf } from '../../policy/domain.ts';
import { compileFloor } from '../../policy/loader/compile-floor.ts';
import type { Rule } from '../../policy/policy.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import { settingAt } from '../../pool/settings.ts';

/** A requirement as an exemption has it. */
export type Floor = { readonly atLeast: string | number } | { readonly atMost: string | number };

/**
 * What an exemption can still ask in a rule's place, so that a pool may be as it was and no worse.
 * @param value what the pool is to be permitted
 * @returns undefined where only an exemption from the whole rule permits it
 */
export const floorFor = (rule: Rule, value: SettingValue): Floor | undefined => {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const setting = settingAt(rule.setting);
  return [{ atLeast: value }, { atMost: value }].find((floor) => {
    const { rule: compiled, mistakes } = compileFloor(rule, floor);
    const constraint = compiled.floor?.constraint;
    if (mistakes.length > 0 || !constraint || !holds(constraint, value, setting)) return false;
    // One that every value satisfies asks for nothing.
    return domainOf(setting)?.some((other) => !holds(constraint, other, setting)) ?? true;
  });
};

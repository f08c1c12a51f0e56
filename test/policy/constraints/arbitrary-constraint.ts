import fc from 'fast-check';
import type { Constraint } from '../../../src/policy/constraint.ts';
import { domainOf } from '../../../src/policy/domain.ts';
import { operators } from '../../../src/policy/operators/operators.ts';
import type { SettingValue } from '../../../src/pool/setting-value.ts';
import { type KnownSetting, settings } from '../../../src/pool/settings.ts';

/** Settings whose values can all be listed and that an operator speaks of. */
export const listable: readonly KnownSetting[] = settings.filter(
  (setting) => domainOf(setting) !== undefined && operators.some(({ fits }) => fits(setting.kind)),
);

/** A value of the setting, or null for a pool that doesn't have it. */
export const someValueOf = (setting: KnownSetting): fc.Arbitrary<SettingValue> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...(domainOf(setting) ?? [])) }, fc.constant(null));

/** What some rule with some operator asks of the setting. */
export const constraintOn = (setting: KnownSetting): fc.Arbitrary<Constraint> =>
  fc.oneof(
    ...operators
      .filter(({ fits }) => fits(setting.kind))
      .map(({ name, compile }) =>
        operandOf(name, setting).map((operand) => {
          const compiled = compile(operand, setting);
          if (compiled.kind === 'mistakes') throw new Error(JSON.stringify(compiled.mistakes));
          return compiled.constraint;
        }),
      ),
  );

const operandOf = (operator: string, setting: KnownSetting): fc.Arbitrary<unknown> => {
  if (setting.kind.kind === 'ranking') {
    return fc.shuffledSubarray([...setting.kind.values], { minLength: 2 });
  }
  const values = domainOf(setting) ?? [];
  return operator === 'oneOf'
    ? fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 5 })
    : fc.constantFrom(...values);
};

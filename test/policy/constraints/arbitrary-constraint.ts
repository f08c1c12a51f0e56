import fc from 'fast-check';
import type { Constraint } from '../../../src/policy/constraint.ts';
import { domainOf } from '../../../src/policy/domain.ts';
import { type OperatorName, operators } from '../../../src/policy/operators/operators.ts';
import type { SettingValue } from '../../../src/pool/setting-value.ts';
import { isGovernable, type KnownSetting, settings } from '../../../src/pool/settings.ts';

/** Settings that rules can name. */
export const governable: readonly KnownSetting[] = settings.filter(isGovernable);

/** A value of the setting, or null for a pool that doesn't have it. */
export const someValueOf = (setting: KnownSetting): fc.Arbitrary<SettingValue> =>
  fc.oneof({ weight: 9, arbitrary: listedValueOf(setting) }, fc.constant(null));

/** What some rule with some operator asks of the setting. */
export const constraintOn = (setting: KnownSetting): fc.Arbitrary<Constraint> =>
  fc.oneof(
    ...operators
      .filter(({ fits }) => fits(setting))
      .map((operator) =>
        operandOf(operator.name, setting).map((operand) => compiled(operator, operand, setting)),
      ),
  );

const compiled = (
  { compile }: (typeof operators)[number],
  operand: unknown,
  setting: KnownSetting,
): Constraint => {
  const result = compile(operand, setting);
  if (result.kind === 'mistakes') throw new Error(JSON.stringify([setting.path, operand, result.mistakes]));
  return result.constraint;
};

const keys = ['team', 'environment', '__proto__'];
const freeNames = ['orders/read', 'orders/write', 'openid'];
const texts = fc.constantFrom('checkout', 'staff');

const listedValueOf = (setting: KnownSetting): fc.Arbitrary<SettingValue> => {
  const { kind } = setting;
  const domain = domainOf(setting);
  if (domain) return fc.constantFrom(...domain);
  switch (kind.kind) {
    case 'members':
      return fc.subarray(freeNames);
    case 'map':
      return entriesWith(fc.subarray([...(kind.keys ?? keys)]));
    default:
      return fc.constantFrom(...samplesOfText(setting));
  }
};

const entriesWith = (names: fc.Arbitrary<string[]>): fc.Arbitrary<{ [key: string]: string }> =>
  names.chain((chosen) =>
    fc
      .tuple(...chosen.map(() => texts))
      .map((values) => Object.fromEntries(chosen.map((key, index) => [key, values[index] ?? '']))),
  );

/** Texts that AWS takes: ARNs and placeholders where it asks for them. */
const samplesOfText = ({ kind }: KnownSetting): string[] =>
  [
    'checkout',
    'no-reply@example.com',
    'Code {####}',
    'Here: {##link##}',
    'arn:aws:lambda:eu-west-1:111122223333:function:a',
    'arn:aws:iam::111122223333:role/b',
  ].filter(
    (text) =>
      kind.kind === 'text' &&
      text.length >= kind.min &&
      text.length <= kind.max &&
      new RegExp(kind.pattern ?? '', 'u').test(text),
  );

const operandOf = (operator: OperatorName, setting: KnownSetting): fc.Arbitrary<unknown> => {
  const { kind } = setting;
  const there = listedValueOf(setting).filter((value) => value !== null);
  switch (operator) {
    case 'equals':
      return kind.kind === 'map' && kind.keys ? entriesWith(fc.constant([...kind.keys])) : there;
    case 'atLeast':
    case 'atMost':
      return there;
    case 'oneOf':
      return fc.uniqueArray(there, { minLength: 1, maxLength: 5 });
    case 'matches':
      return fc.constantFrom('^arn:', '@example\\.com', 'o', '[{]#+');
    case 'present':
    case 'absent':
      return fc.constant(true);
    case 'order':
      return fc.shuffledSubarray(namesOf(setting), { minLength: 2 });
    case 'includes':
      return kind.kind === 'map'
        ? fc.oneof(
            entriesWith(fc.subarray(namesOf(setting), { minLength: 1 })),
            fc.subarray(namesOf(setting), { minLength: 1 }),
          )
        : fc.subarray(namesOf(setting), {
            minLength: 1,
            maxLength: 'max' in kind ? Math.min(kind.max, namesOf(setting).length) : 1,
          });
    case 'excludes':
      return fc.subarray(namesOf(setting), {
        minLength: 1,
        maxLength: namesOf(setting).length - ('min' in kind ? kind.min : 0),
      });
  }
};

const namesOf = ({ kind }: KnownSetting): string[] => {
  if (kind.kind === 'map') return [...(kind.keys ?? keys)];
  return kind.kind === 'members' || kind.kind === 'ranking' ? [...(kind.values ?? freeNames)] : [];
};

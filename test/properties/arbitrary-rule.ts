import fc from 'fast-check';
import { holds } from '../../src/policy/constraints/holds.ts';
import { compileRequirement } from '../../src/policy/loader/rule-requirement.ts';
import { operators } from '../../src/policy/operators/operators.ts';
import { factors, type Rule, severities } from '../../src/policy/policy.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { isGovernable, type KnownSetting, settings } from '../../src/pool/settings.ts';
import { arbitraryValue } from '../remediation/arbitrary-pool.ts';
import { furtherValues, meetings } from './asked-together.ts';

/** The settings that a rule can be about. */
export const governable = settings.filter(isGovernable);
const isWritten = ({ calls }: KnownSetting): boolean => calls[0] !== 'CreateUserPool' && calls[0] !== 'none';

const anyValueOf = (setting: KnownSetting): fc.Arbitrary<SettingValue> => {
  const further = furtherValues[setting.path];
  return further ? fc.oneof(arbitraryValue(setting), fc.constantFrom(...further)) : arbitraryValue(setting);
};

const namesOf = ({ kind }: KnownSetting): readonly string[] =>
  ('values' in kind && kind.values) || ('keys' in kind && kind.keys) || ['email', 'openid', 'team'];

/** Operands of every operator, whether they fit the setting or not: what doesn't fit doesn't compile. */
const operandOf = (operator: string, setting: KnownSetting): fc.Arbitrary<unknown> => {
  const names = fc.shuffledSubarray([...namesOf(setting)], { minLength: 1 });
  switch (operator) {
    case 'present':
    case 'absent':
      return fc.constant(true);
    case 'oneOf':
      return fc.array(anyValueOf(setting), { minLength: 1, maxLength: 3 });
    case 'matches':
      return fc.constantFrom('^arn:', 'example', '####', '.');
    case 'excludes':
    case 'order':
      return names;
    case 'includes':
      return setting.kind.kind === 'map' ? fc.oneof(names, anyValueOf(setting)) : names;
    default:
      return anyValueOf(setting);
  }
};

/** What lets a remedy do what can hurt. */
const tickets = { allowWeakening: 'SEC-1', terms: { allowLockOut: 'SEC-2', allowCost: 'SEC-3' } } as const;

const ruleOf = (setting: KnownSetting, asks: { readonly [operator: string]: unknown }): Rule | undefined => {
  const { requirement } = compileRequirement(asks, setting);
  return (
    requirement && {
      id: setting.path,
      setting: setting.path,
      constraint: requirement.constraint,
      required: requirement.required,
      severity: 'high',
      mode: isWritten(setting) ? 'remediate' : 'notify',
      why: 'A property asks for it.',
      controls: [],
      source: { file: 'policies/arbitrary.yaml', line: 1, column: 1 },
    }
  );
};

/** Rules that meet, with all tickets. */
export const arbitraryMeeting: fc.Arbitrary<readonly (Rule | undefined)[]> = fc
  .constantFrom(...meetings)
  .map((asked) =>
    governable.flatMap((setting) => {
      const asks = asked[setting.path];
      const rule = asks && ruleOf(setting, asks);
      return rule ? [{ ...rule, ...tickets }] : [];
    }),
  );

/** Any rule on a setting; undefined where the operand drawn isn't one that the loader takes. */
export const arbitraryRule = (setting: KnownSetting): fc.Arbitrary<Rule | undefined> =>
  fc
    .record({
      operator: fc
        .constantFrom(
          ...operators.filter(({ fits }) => fits(setting)),
          ...Array.from({ length: 4 }, () =>
            operators.filter(({ name, fits }) => name === 'equals' && fits(setting)),
          ).flat(),
        )
        .chain(({ name }) => operandOf(name, setting).map((operand) => ({ [name]: operand }))),
      mode: fc.oneof(
        { weight: 8, arbitrary: fc.constant('remediate') },
        { weight: 1, arbitrary: fc.constantFrom('notify', 'off') },
      ),
      severity: fc.constantFrom(...severities),
      remediateTo: fc.option(anyValueOf(setting), { nil: undefined }),
      allowWeakening: fc.constantFrom(undefined, 'SEC-1'),
      factor: fc.constantFrom(undefined, 'SOFTWARE_TOKEN_MFA', ...factors),
      allowLockOut: fc.constantFrom(undefined, 'SEC-2'),
      allowCost: fc.constantFrom(undefined, 'SEC-3'),
    } as const)
    .map(({ operator, mode, severity, remediateTo, allowWeakening, factor, allowLockOut, allowCost }) => {
      const rule = ruleOf(setting, operator);
      if (!rule) return undefined;
      return {
        ...rule,
        severity,
        mode: mode === 'remediate' ? rule.mode : mode,
        ...(allowWeakening && { allowWeakening }),
        ...(remediateTo !== undefined && holds(rule.constraint, remediateTo, setting) && { remediateTo }),
        terms: {
          ...(factor && { factor }),
          ...(allowLockOut && { allowLockOut }),
          ...(allowCost && { allowCost }),
        },
      } satisfies Rule;
    });

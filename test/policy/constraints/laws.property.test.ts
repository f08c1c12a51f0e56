import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../../src/policy/constraint.ts';
import { contradiction } from '../../../src/policy/constraints/contradiction.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { intersect } from '../../../src/policy/constraints/intersect.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { domainOf } from '../../../src/policy/domain.ts';
import type { SettingValue } from '../../../src/pool/setting-value.ts';
import type { KnownSetting } from '../../../src/pool/settings.ts';
import { constraintOn, listable, someValueOf } from './arbitrary-constraint.ts';

const runs = { numRuns: 2000 };

interface Drawn {
  readonly setting: KnownSetting;
  readonly a: Constraint;
  readonly b: Constraint;
  readonly c: Constraint;
  readonly value: SettingValue;
}

const drawn: fc.Arbitrary<Drawn> = fc.constantFrom(...listable).chain((setting) =>
  fc.record({
    setting: fc.constant(setting),
    a: constraintOn(setting),
    b: constraintOn(setting),
    c: constraintOn(setting),
    value: someValueOf(setting),
  }),
);

describe('laws of constraints', () => {
  it('the nearest value holds', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, b, value }) => {
        for (const constraint of [a, intersect(a, b)]) {
          const remedy = nearest(constraint, value, setting);
          if (remedy.kind === 'value') expect(holds(constraint, remedy.value, setting)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('a value that holds is its own nearest', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, value }) => {
        fc.pre(holds(a, value, setting));
        expect(nearest(a, value, setting)).toEqual({ kind: 'value', value });
      }),
      runs,
    );
  });

  it('what one rule asks always has a remedy where values have an order', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, value }) => {
        fc.pre(setting.kind.kind !== 'enumeration' || setting.kind.ordered);
        expect(nearest(a, value, setting).kind).toBe('value');
      }),
      runs,
    );
  });

  it('an intersection holds exactly where both hold', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, b, value }) => {
        expect(holds(intersect(a, b), value, setting)).toBe(
          holds(a, value, setting) && holds(b, value, setting),
        );
      }),
      runs,
    );
  });

  it('intersection is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(drawn, ({ a, b, c }) => {
        expect(intersect(a, b)).toEqual(intersect(b, a));
        expect(intersect(intersect(a, b), c)).toEqual(intersect(a, intersect(b, c)));
        expect(intersect(a, a)).toEqual(a);
      }),
      runs,
    );
  });

  it('a contradiction between scalars is where no value holds', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, b }) => {
        fc.pre(setting.kind.kind !== 'ranking');
        const both = intersect(a, b);
        const satisfiable = domainOf(setting)?.some((value) => holds(both, value, setting));
        expect(contradiction(both) === undefined).toBe(satisfiable);
      }),
      runs,
    );
  });

  it('no other value that holds is nearer on a scale of numbers', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, value }) => {
        fc.pre(setting.kind.kind === 'integer' && typeof value === 'number');
        const remedy = nearest(a, value, setting);
        const step = (to: SettingValue) => Math.abs(Number(to) - Number(value));
        const others = (domainOf(setting) ?? []).filter((other) => holds(a, other, setting));
        expect(remedy.kind === 'value' && step(remedy.value)).toBe(Math.min(...others.map(step)));
      }),
      runs,
    );
  });

  it('a remedy of a ranking has the same members', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, value }) => {
        fc.pre(setting.kind.kind === 'ranking' && Array.isArray(value));
        const remedy = nearest(a, value, setting);
        const sorted = (list: unknown) => (Array.isArray(list) ? [...list].sort() : list);
        expect(remedy.kind === 'value' && sorted(remedy.value)).toEqual(sorted(value));
      }),
      { numRuns: 200 },
    );
  });
});

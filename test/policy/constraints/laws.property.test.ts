import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeAbsent } from '../../../src/policy/absence.ts';
import type { Constraint } from '../../../src/policy/constraint.ts';
import { asksAtLeast } from '../../../src/policy/constraints/asks-at-least.ts';
import { contradiction } from '../../../src/policy/constraints/contradiction.ts';
import { exactly } from '../../../src/policy/constraints/exactly.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { intersect } from '../../../src/policy/constraints/intersect.ts';
import { intersectAll } from '../../../src/policy/constraints/intersect-all.ts';
import { membersAsked } from '../../../src/policy/constraints/members.ts';
import { mayHave } from '../../../src/policy/constraints/names-asked.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { isCircular, precedenceOf } from '../../../src/policy/constraints/precedence.ts';
import { domainOf } from '../../../src/policy/domain.ts';
import { implies } from '../../../src/policy/implies.ts';
import { isOrdered } from '../../../src/policy/operators/value-schema.ts';
import { type SettingValue, sameValue } from '../../../src/pool/setting-value.ts';
import { type KnownSetting, settingAt } from '../../../src/pool/settings.ts';
import { constraintOn, governable, someValueOf } from './arbitrary-constraint.ts';

const runs = { numRuns: 1000 };

interface Drawn {
  readonly setting: KnownSetting;
  readonly a: Constraint;
  readonly b: Constraint;
  readonly c: Constraint;
  readonly value: SettingValue;
}

type Kind = KnownSetting['kind']['kind'];

const byKind = Map.groupBy(governable, ({ kind }) => kind.kind);

/** A setting of one of these kinds, each kind as often as another, with what rules ask of it and a value. */
const drawnOf = (...kinds: readonly Kind[]): fc.Arbitrary<Drawn> =>
  fc
    .constantFrom(...kinds)
    .chain((kind) => fc.constantFrom(...(byKind.get(kind) ?? [])))
    .chain((setting) =>
      fc.record({
        setting: fc.constant(setting),
        a: constraintOn(setting),
        b: constraintOn(setting),
        c: constraintOn(setting),
        value: someValueOf(setting),
      }),
    );

const drawn = drawnOf(...byKind.keys());

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
      fc.property(drawnOf('integer', 'boolean', 'enumeration'), ({ setting, a, value }) => {
        fc.pre(isOrdered(setting) || setting.kind.kind === 'boolean');
        fc.pre(a.kind !== 'present');
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

  it('a contradiction is where no value holds, but for orders that go in a circle', () => {
    fc.assert(
      fc.property(drawnOf('integer', 'boolean', 'enumeration', 'members', 'ranking'), ({ setting, a, b }) => {
        const both = intersect(a, b);
        const domain = domainOf(setting);
        fc.pre(domain !== undefined);
        fc.pre(both.kind !== 'members' || !isCircular(both.pairs));
        const satisfiable = domain?.some((value) => holds(both, value, setting));
        expect(contradiction(both, setting) === undefined).toBe(satisfiable);
      }),
      runs,
    );
  });

  it('what one rule asks can be satisfied', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a }) => {
        expect(contradiction(a, setting)).toBeUndefined();
      }),
      runs,
    );
  });

  it('nothing satisfies a contradiction', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, b, value }) => {
        const both = intersect(a, b);
        fc.pre(both.kind !== 'members' || !isCircular(both.pairs));
        fc.pre(contradiction(both, setting) !== undefined);
        expect(holds(both, value, setting)).toBe(false);
      }),
      runs,
    );
  });

  it('an intersection implies what it was made of', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, b }) => {
        expect(implies(intersect(a, b), a, setting)).toBe(true);
        expect(implies(a, a, setting)).toBe(true);
      }),
      runs,
    );
  });

  it('one asks for at least as much as another where their intersection is that one', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, b }) => {
        for (const stricter of [a, intersect(a, b)]) {
          fc.pre(contradiction(stricter, setting) === undefined);
          expect(asksAtLeast(stricter, b, setting)).toBe(isDeepStrictEqual(intersect(stricter, b), stricter));
        }
      }),
      runs,
    );
  });

  it('what all satisfy is the same, however they are put together', () => {
    fc.assert(
      fc.property(drawn, ({ a, b, c }) => {
        expect(intersectAll([a, b, c, a])).toEqual([a, b, c].reduce(intersect));
      }),
      runs,
    );
  });

  it('whatever satisfies a constraint satisfies those that it implies', () => {
    fc.assert(
      fc.property(drawn, ({ setting, a, b, value }) => {
        fc.pre(implies(a, b, setting) && holds(a, value, setting));
        fc.pre(value !== null || canBeAbsent(setting));
        expect(holds(b, value, setting)).toBe(true);
      }),
      runs,
    );
  });

  it('exactly a value holds for it and for no other', () => {
    const same = (setting: KnownSetting, left: SettingValue, right: SettingValue) =>
      setting.kind.kind === 'members' && Array.isArray(left) && Array.isArray(right)
        ? sameValue([...left].sort(), [...right].sort())
        : sameValue(left, right);
    fc.assert(
      fc.property(
        fc
          .constantFrom(...governable)
          .chain((setting) => fc.tuple(fc.constant(setting), someValueOf(setting), someValueOf(setting))),
        ([setting, value, other]) => {
          fc.pre(value !== null && other !== null);
          expect(holds(exactly(value, setting), value, setting)).toBe(true);
          expect(holds(exactly(value, setting), other, setting)).toBe(same(setting, value, other));
        },
      ),
      runs,
    );
  });

  it('no other value that holds is nearer on a scale of numbers', () => {
    fc.assert(
      fc.property(drawnOf('integer'), ({ setting, a, value }) => {
        fc.pre(setting.kind.kind === 'integer' && typeof value === 'number');
        const remedy = nearest(a, value, setting);
        const step = (to: SettingValue) => Math.abs(Number(to) - Number(value));
        const others = (domainOf(setting) ?? []).filter((other) => holds(a, other, setting));
        expect(remedy.kind === 'value' && step(remedy.value)).toBe(Math.min(...others.map(step)));
      }),
      runs,
    );
  });

  it('a remedy of a list adds only what is required and removes only what may not be there', () => {
    fc.assert(
      fc.property(drawnOf('members', 'ranking'), ({ setting, a, b, value }) => {
        const both = intersect(a, b);
        fc.pre(both.kind === 'members' && Array.isArray(value));
        const remedy = nearest(both, value, setting);
        fc.pre(both.kind === 'members' && remedy.kind === 'value' && !both.some);
        if (both.kind !== 'members' || remedy.kind !== 'value') return;
        const [before, after] = [value, remedy.value].map((list) => (Array.isArray(list) ? list : []));
        const kept = before?.filter(mayHave(both)) ?? [];
        expect([...(after ?? [])].sort()).toEqual([...new Set([...kept, ...both.required])].sort());
      }),
      runs,
    );
  });

  it('a remedy of an order has the same members', () => {
    const names = ['admin_only', 'verified_email', 'verified_phone_number'];
    const recovery = settingAt('AccountRecoverySetting.RecoveryMechanisms');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 2 }),
        fc.shuffledSubarray(names, { minLength: 1 }),
        (order, value) => {
          const remedy = nearest(membersAsked({}, precedenceOf(order)), value, recovery);
          const sorted = (list: unknown) => (Array.isArray(list) ? [...list].sort() : list);
          expect(remedy.kind === 'value' && sorted(remedy.value)).toEqual(sorted(value));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a remedy of a map keeps every entry that may be there', () => {
    fc.assert(
      fc.property(drawnOf('map'), ({ setting, a, value }) => {
        fc.pre(a.kind === 'entries');
        const remedy = nearest(a, value, setting);
        if (a.kind !== 'entries' || remedy.kind === 'no-remedy') return;
        const asked = new Map(a.pairs);
        for (const [key, text] of Object.entries(value ?? {}))
          if (mayHave(a)(key))
            expect(Object.entries(remedy.value ?? {})).toContainEqual([key, asked.get(key) ?? text]);
      }),
      runs,
    );
  });
});

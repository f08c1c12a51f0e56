import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOf } from '../../src/change/call-groups.ts';
import { callRank } from '../../src/change/call-rank.ts';
import type { Cause } from '../../src/change/cause.ts';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';

const asked = { kind: 'asked', eventTime: '2026-11-23T10:00:00Z' } as const;

const by = (name: string) => anActor({ arn: `arn:aws:sts::111122223333:assumed-role/Developer/${name}` });

/** Calls with event ids `0`, `1` … */
const callsOf = (count: number, overrides: (index: number) => Parameters<typeof aCall>[0] = () => ({})) =>
  Array.from({ length: count }, (_, index) => aCall({ eventId: String(index), ...overrides(index) }));

const idsOf = (causes: readonly Cause[]) =>
  causes.map((cause) => (cause.kind === 'call' ? cause.eventId : cause.kind));

describe('distinctCauses', () => {
  it('keeps the first of calls with one event id, in their order', () => {
    const first = aCall({ eventId: 'a' });
    const second = aCall({ eventId: 'b' });
    const again = aCall({ eventId: 'a', eventTime: '2026-11-23T11:00:00Z' });

    expect(distinctCauses([first, second, again])).toEqual({ causes: [first, second] });
  });

  it('keeps calls that differ in their event id alone', () => {
    expect(distinctCauses([aCall({ eventId: 'a' }), aCall({ eventId: 'b' })]).causes).toHaveLength(2);
  });

  it('keeps everybody who asked', () => {
    expect(distinctCauses([asked, aCall(), asked])).toEqual({ causes: [asked, aCall(), asked] });
  });

  it('gives none for none', () => {
    expect(distinctCauses([])).toEqual({ causes: [] });
  });

  it('leaves out none of twenty', () => {
    expect(distinctCauses(callsOf(20))).toEqual({ causes: callsOf(20) });
  });

  it('keeps the first ten and the last ten of more, and says how many it left out', () => {
    const { causes, causesOmitted } = distinctCauses([...callsOf(500), ...callsOf(500)]);

    expect(idsOf(causes)).toEqual(
      [...Array(10).keys(), ...Array.from({ length: 10 }, (_, i) => 490 + i)].map(String),
    );
    expect(causesOmitted).toBe(480);
  });

  it('keeps the one call of a caller, and the one of its name, from the middle of a burst', () => {
    const burst = callsOf(500, (index) =>
      index === 250 ? { actor: by('stranger') } : index === 300 ? { call: 'CreateIdentityProvider' } : {},
    );

    const { causes, causesOmitted } = distinctCauses(burst);

    expect(idsOf(causes)).toEqual(expect.arrayContaining(['0', '250', '300', '499']));
    expect([causes.length, causesOmitted]).toEqual([20, 480]);
  });

  it('keeps the gravest where every call has a caller of its own', () => {
    const burst = callsOf(500, (index) => ({
      actor: by(`session-${index}`),
      call: index === 250 ? 'CreateIdentityProvider' : index === 251 ? 'UpdateUserPool' : 'TagResource',
    }));

    const { causes } = distinctCauses(burst);

    expect(idsOf(causes)).toEqual(expect.arrayContaining(['250', '251']));
    expect(causes).toHaveLength(20);
  });

  it('keeps the oldest change, wherever it came, although each of its caller’s others is graver', () => {
    const grave = callsOf(60, (index) => ({
      actor: by(`session-${index}`),
      eventTime: `2026-11-23T10:00:${index}Z`,
      ...(index === 30
        ? { eventTime: '2026-11-23T09:59:00Z' }
        : {
            call: 'CreateIdentityProvider',
            governed: false,
          }),
    }));

    const { causes } = distinctCauses(grave);

    expect(idsOf(causes)).toContain('30');
    expect(causes).toHaveLength(20);
  });

  it('gives what it gave when it is asked again', () => {
    const { causes } = distinctCauses(callsOf(500));

    expect(distinctCauses(causes)).toEqual({ causes });
  });
});

describe('distinctCauses, whatever comes in', () => {
  const cause = fc
    .record({
      call: fc.constantFrom('TagResource', 'UpdateUserPool', 'CreateIdentityProvider', 'SetUICustomization'),
      actor: fc.integer({ min: 0, max: 12 }).map((index) => by(String(index))),
      eventId: fc.nat(200).map(String),
    })
    .map(aCall);

  const forBursts = (check: (all: readonly Cause[], kept: ReturnType<typeof distinctCauses>) => void): void =>
    fc.assert(
      fc.property(fc.uniqueArray(cause, { maxLength: 120, selector: ({ eventId }) => eventId }), (all) =>
        check(all, distinctCauses(all)),
      ),
    );

  it('keeps at most twenty, in their order, and counts the others', () => {
    forBursts((all, { causes, causesOmitted = 0 }) => {
      expect(causes).toEqual(all.filter((one) => causes.includes(one)));
      expect(causes.length).toBe(Math.min(all.length, 20));
      expect(causes.length + causesOmitted).toBe(all.length);
    });
  });

  it('drops no caller’s only call while it keeps two of another, nor a graver one for a lighter', () => {
    forBursts((all, { causes }) => {
      const kept = Map.groupBy(causes, pairOf);
      const lost = all.filter((one) => !kept.has(pairOf(one)));
      const isFair = [...kept.values()].every((calls) => calls.length === 1);
      const rank = (one: Cause) => (one.kind === 'call' ? callRank(one.call) : 0);

      expect(lost.length === 0 || isFair).toBe(true);
      const first = (all.find((one) => one.kind === 'call') ?? null) as Cause | null;
      const others = causes.filter((one) => one !== first).map(rank);
      for (const one of lost) expect(Math.max(...others)).toBeLessThanOrEqual(rank(one));
    });
  });
});

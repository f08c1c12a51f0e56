import { afterAll, describe, expect, it } from 'vitest';
import { figuresOf } from './figures.ts';
import { judgeRun } from './judge-run.ts';
import { runSeed } from './run-seed.ts';
import { type Scale, scaleOf } from './scale.ts';

const { FAULT_SEED, FAULT_SEEDS } = process.env;

/** Long runs where somebody says how many, two short ones in the ordinary suite; or the seed that they name. */
const chosen = (): { readonly seeds: readonly number[]; readonly scale: Scale } => ({
  seeds: FAULT_SEED
    ? [Number(FAULT_SEED)]
    : Array.from({ length: Number(FAULT_SEEDS ?? 2) }, (_, index) => index + 1),
  scale: scaleOf(FAULT_SEEDS === undefined ? 'short' : 'long'),
});

const { seeds, scale } = chosen();

/** Milliseconds: a long run takes up to a minute of a processor. */
const patience = 300_000;

describe('people, Lifeguard and faults, for days', () => {
  const figures: ReturnType<typeof figuresOf>[] = [];

  it.each(seeds)('leave every promise kept: seed %i', { timeout: patience }, async (seed) => {
    const run = await runSeed(seed, scale);

    figures.push(figuresOf(run));
    expect(judgeRun(run)).toEqual([]);
  });

  afterAll(() => {
    if (scale === scaleOf('long')) console.table(figures);
  });
});

describe('a seed', () => {
  it('leads to the same run each time', { timeout: patience }, async () => {
    const small: Scale = { ...scaleOf('short'), pools: 3, hours: 4, quietHours: 1 };
    const [one, other] = [await runSeed(7, small), await runSeed(7, small)];

    expect(figuresOf(one)).toEqual(figuresOf(other));
    expect(one.stage.observed.handed).toEqual(other.stage.observed.handed);
  });
});

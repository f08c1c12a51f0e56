/** How long one thing takes, over all rounds of a run. */
export interface Timed {
  /** Milliseconds for one call, the median of the rounds. */
  readonly median: number;
  /** The fastest and the slowest of the middle half of the rounds. */
  readonly low: number;
  readonly high: number;
  /** The median of each round on its own, in order. */
  readonly rounds: readonly number[];
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;

/** Times of rounds, in order, in one. */
export const timedOf = (rounds: readonly number[]): Timed => {
  const sorted = rounds.toSorted((left, right) => left - right);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    rounds,
  };
};

/** What is timed. */
export type Work = () => unknown;

/** Milliseconds of the processor that this thread has had: what others run meanwhile isn't in it. */
const processorTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/**
 * Times several things in turns, round by round, so that whatever else the machine does falls on all of them alike.
 * Each turn repeats its work until it has taken long enough to be timed, after one turn each that doesn't count.
 * @param turn milliseconds of the processor that a turn takes at least
 */
export const interleaved = async <Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { rounds = 15, turn = 40 }: { readonly rounds?: number; readonly turn?: number } = {},
): Promise<Readonly<Record<Name, Timed>>> => {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const name of names) {
      const work = works[name];
      let calls = 0;
      const began = processorTime();
      let ended = began;
      do {
        const done = work();
        if (done instanceof Promise) await done;
        calls += 1;
        ended = processorTime();
      } while (ended - began < turn);
      if (round >= 0) times.get(name)?.push((ended - began) / calls);
    }
  return Object.fromEntries(names.map((name) => [name, timedOf(times.get(name) ?? [])])) as Record<
    Name,
    Timed
  >;
};

/** How often one thing takes as long as another: the median of the ratios of each round, and their middle half. */
export const ratioOf = (one: Timed, other: Timed): Timed =>
  timedOf(one.rounds.map((time, round) => time / (other.rounds[round] ?? Number.NaN)));

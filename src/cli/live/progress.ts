/** Shows how far a round has come. */
export interface Progress {
  /** So many more pools are to be looked at. */
  readonly found: (pools: number) => void;
  /** One more has been looked at. */
  readonly done: () => void;
  /** Takes the line away, before something else is printed; the next `done` draws it again. */
  readonly clear: () => void;
}

/** Where it is drawn. */
interface Screen {
  readonly isTTY?: boolean;
  /** 0 where a terminal does not tell. */
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** Milliseconds: what is over sooner needs no bar, and an eye no more pictures. */
const patience = 2000;
const frame = 100;

const barWidth = 24;

/** For whoever is not to see any. */
export const noProgress: Progress = { found: () => {}, done: () => {}, clear: () => {} };

/**
 * A bar with pools done, rate and time left, once a round takes more than two seconds.
 * @param now the clock, in milliseconds
 * @returns no progress at all where the screen is no terminal
 */
export const progressOn = (screen: Screen, now: () => number): Progress => {
  if (screen.isTTY !== true) return noProgress;
  const start = now();
  let found = 0;
  let done = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    const time = now();
    if (time - start < patience || time - drawn < frame) return;
    drawn = time;
    const line = progressLine(done, found, (time - start) / 1000);
    screen.write(`\r\u001b[K${line.slice(0, (screen.columns || 80) - 1)}`);
  };
  return {
    found: (pools) => {
      found += pools;
      draw();
    },
    done: () => {
      done += 1;
      draw();
    },
    clear: () => {
      if (drawn === Number.NEGATIVE_INFINITY) return;
      drawn = Number.NEGATIVE_INFINITY;
      screen.write('\r\u001b[K');
    },
  };
};

/** What the bar says. @param seconds since the round began */
export const progressLine = (done: number, found: number, seconds: number): string => {
  const number = (value: number): string => value.toLocaleString('en-US');
  if (done === 0) return `Listing: ${number(found)} pools so far`;
  const filled = Math.round((barWidth * done) / found);
  const rate = done / seconds;
  const bar = `[${'='.repeat(filled)}${' '.repeat(barWidth - filled)}]`;
  return `${bar} ${number(done)} of ${number(found)} pools, ${rate.toFixed(1)} a second, ${timeLeft((found - done) / rate)} left`;
};

const timeLeft = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;

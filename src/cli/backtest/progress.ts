/** Where progress is shown, and by which clock. */
export interface ProgressTools {
  readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  readonly now: () => number;
  /** Nothing is shown, terminal or not. */
  readonly quiet: boolean;
}

/** A line on a terminal that says how far something is. Elsewhere it is silent. */
export interface Progress {
  /**
   * Says how far it is.
   * @param covered of the whole, 0 to 1
   * @param done so many things, with their noun: `1,200 records`
   */
  readonly at: (covered: number, done: number, noun: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** In milliseconds: what ends sooner needs no line, and nobody reads one that changes more often. */
const quietTime = 2000;
const interval = 250;

/** Progress of something that begins now. */
export const progressFrom = ({ stream, now, quiet }: ProgressTools): Progress => {
  const begun = now();
  let shown = 0;
  return {
    at: (covered, done, noun) => {
      const time = now();
      if (quiet || !stream.isTTY || time - begun < quietTime || time - shown < interval) return;
      shown = time;
      const seconds = (time - begun) / 1000;
      const left = covered > 0 ? `, ${timeLeft((seconds / covered) * (1 - covered))} left` : '';
      const rate = Math.round(done / seconds);
      stream.write(`\r\u001b[K${Math.floor(covered * 100)} %  ${done} ${noun}, ${rate} a second${left}`);
    },
    end: () => {
      if (shown > 0) stream.write('\r\u001b[K');
    },
  };
};

const timeLeft = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

/** One line of the table that `npm run bench` prints. */
export interface Row {
  /** What was measured, in words. */
  readonly what: string;
  /** The figure that is held against the limit, with its unit. */
  readonly figure: number;
  readonly unit: string;
  /** The middle half of the rounds, where there were several. */
  readonly spread?: readonly [number, number];
  /** What it must reach: at most or, for counts that must be met, exactly this. Absent where it is only told. */
  readonly limit?: number;
  /** What else there is to know of it. */
  readonly note?: string;
}

/** A benchmark: its name, which is its file's, and what it measures. */
export interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Row[]>;
}

/** True where nothing is asked of a figure, or it is reached. */
export const isReached = ({ figure, limit }: Row): boolean => limit === undefined || figure <= limit;

import type { VirtualTime } from './virtual-time.ts';

/** What can go wrong, and in what share of all cases, once the run has begun and until it calms down. */
const usual = {
  /** A process is gone just before or just after a step. */
  crash: 0.002,
  /** A process is gone at any moment. */
  crashAnywhere: 0.03,
  /** Cognito answers a read with an error, the SDK's own retries included. */
  readFails: 0.004,
  throttle: 0.02,
  conflict: 0.02,
  /** 500, before or after the effect. */
  internalError: 0.02,
  lostAnswer: 0.02,
  /** Cognito takes seconds. */
  slow: 0.02,
  /** DescribeUserPool doesn't show a write for up to 3 s. */
  showsLate: 0.02,
  /** A step of the ledger fails, before or after its effect. */
  ledger: 0.003,
  /** A message isn't taken by SQS, or taken and not confirmed. */
  queue: 0.004,
  /** SNS refuses, or publishes and doesn't say so. */
  topic: 0.02,
  /** SQS hands out a message once more. */
  messageTwice: 0.01,
  eventDropped: 0.02,
  eventTwice: 0.05,
  /** Minutes late, out of order. */
  eventLate: 0.05,
  /** Later than 15 minutes. */
  eventVeryLate: 0.01,
} as const;

type Trouble = keyof typeof usual;

/** Something doesn't work at all for a while. */
interface Outage {
  readonly trouble: Trouble;
  readonly from: number;
  readonly to: number;
  readonly pool?: string;
}

/** How things stand with all that Lifeguard depends on. */
export interface Weather {
  /** How often something goes wrong now. @param pool the pool that is concerned, by its id */
  share(trouble: Trouble, pool?: string): number;
  /** Lets something fail nine times out of ten, for so many minutes. */
  outage(trouble: Trouble, minutes: number, pool?: string): void;
  /** From now on nothing goes wrong. */
  calm(): void;
  /** From now on things go wrong. */
  storm(): void;
}

/** Calm until it storms. */
export const weatherIn = (time: VirtualTime): Weather => {
  let isCalm = true;
  const outages: Outage[] = [];
  return {
    share: (trouble, pool) => {
      if (isCalm) return 0;
      const now = time.now().getTime();
      const isOut = outages.some(
        (each) =>
          each.trouble === trouble &&
          each.from <= now &&
          now < each.to &&
          (each.pool === undefined || each.pool === pool),
      );
      return isOut ? 0.9 : usual[trouble];
    },
    outage: (trouble, minutes, pool) => {
      const from = time.now().getTime();
      outages.push({ trouble, from, to: from + minutes * 60_000, ...(pool !== undefined && { pool }) });
    },
    calm: () => {
      isCalm = true;
    },
    storm: () => {
      isCalm = false;
    },
  };
};

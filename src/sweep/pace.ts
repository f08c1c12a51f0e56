import { mostPoolsInAPage } from '../pool/pools.ts';

/**
 * Calls of the category UserPoolRead that a Region of an account takes in a second, from everybody's tools together.
 * Source: Amazon Cognito developer guide, "Quotas in Amazon Cognito".
 */
export const readsPerSecond = 15;

/** A look asks for the pool and for its second factors. */
const readsOfALook = 2;

/** How fast a sweep goes in a Region. */
export interface Pace {
  /** Looks in a second, on average: a fraction. */
  readonly looks: number;
  /** Pages of the listing in a second, while nothing else is read. */
  readonly listings: number;
  /** How many pools a page of the listing has. */
  readonly pageSize: number;
  /** How many pages a step has at most: so few that their messages are sent long before the function's timeout. */
  readonly pages: number;
}

/** How long a step's looks may take to come up. Well below the 15 minutes that SQS delays a message at most. */
const stepSeconds = 240;

const mostPages = 15;

/**
 * The pace that takes a share of the quota, the listing included. Looks come up at whole seconds, since SQS delays by
 * those: a stretch of time may have a look and a page more than its share, and no second has more than the quota.
 * @param share of 1, from 0.01
 */
export const paceOf = (share: number): Pace => {
  const reads = readsPerSecond * share;
  const looks = Math.min(reads / readsOfALook, Math.floor(readsPerSecond / readsOfALook));
  const room = Math.floor(stepSeconds * looks);
  const pageSize = Math.min(mostPoolsInAPage, room);
  return { looks, listings: reads, pageSize, pages: Math.min(mostPages, Math.floor(room / pageSize)) };
};

/** After how many seconds a step's look comes up, from when it is asked for. @param index which one it is, from 0 */
export const delayOf = ({ looks }: Pace, index: number): number => Math.floor(index / looks);

/** After how many seconds the looks of a step have come up, and the next one may list its first page. */
export const lengthOf = ({ looks, listings }: Pace, count: number): number =>
  Math.ceil(count / looks + 1 / listings);

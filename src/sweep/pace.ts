import { mostPoolsInAPage } from '../pool/pools.ts';

/**
 * Calls of the category UserPoolRead that a Region of an account takes in a second, from everybody's tools together.
 * Source: Amazon Cognito developer guide, "Quotas in Amazon Cognito".
 */
const readsPerSecond = 15;

/** How fast a sweep goes: in every `seconds` seconds so many looks, of two reads each, and one page of a listing. */
export interface Pace {
  readonly looks: number;
  readonly seconds: number;
  /** How many pools a page of the listing has. */
  readonly pageSize: number;
  /** How many pages a step has at most: so few that their messages are sent long before the function's timeout. */
  readonly pages: number;
}

/** How long a step's looks may take to come up. Well below the 15 minutes that SQS delays a message at most. */
const stepSeconds = 240;

const mostPages = 15;

/**
 * The pace that takes no more than a share of the quota, the listing included.
 * @param share of 1, from 0.01
 */
export const paceOf = (share: number): Pace => {
  const reads = readsPerSecond * share;
  const [looks, seconds] = reads >= 3 ? [Math.floor((reads - 1) / 2), 1] : [1, Math.ceil(3 / reads)];
  const room = Math.floor(stepSeconds / seconds) * looks;
  const pageSize = Math.min(mostPoolsInAPage, room);
  return { looks, seconds, pageSize, pages: Math.min(mostPages, Math.floor(room / pageSize)) };
};

/** After how many seconds a step's look comes up. @param index which look of the step it is, from 0 */
export const delayOf = ({ looks, seconds }: Pace, index: number): number =>
  Math.floor(index / looks) * seconds;

/** After how many seconds a step of so many looks is over, and the next one may begin. */
export const lengthOf = ({ looks, seconds }: Pace, count: number): number =>
  Math.ceil(count / looks) * seconds;

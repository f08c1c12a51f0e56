import type { Notice } from './notice.ts';
import { type EventLimits, noticeEvent } from './notice-event.ts';

/** Tried in this order; the last one is small whatever the notice holds. */
const ladder: readonly EventLimits[] = [
  { text: 20_000, items: 1000 },
  { text: 2_000, items: 200 },
  { text: 500, items: 60 },
  { text: 100, items: 12 },
  { text: 40, items: 1 },
];

/**
 * A notice for machines as JSON, cut no further than its channel asks.
 * @param fits whether the channel takes this much
 * @returns the first form that fits, else the shortest; where anything was cut, its `truncated` is true
 */
export const noticeEventWithin = (notice: Notice, fits: (event: string) => boolean): string => {
  let event = '';
  for (const limits of ladder) {
    event = JSON.stringify(noticeEvent(notice, limits));
    if (fits(event)) break;
  }
  return event;
};

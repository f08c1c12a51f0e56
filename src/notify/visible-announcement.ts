import type { Announcement } from '../sweep/announcement.ts';
import { cutVisibly, findingsMade, refusalsMade } from './visible-outcome.ts';
import type { Visibly } from './visible-remark.ts';

/** An announcement whose every text and value from outside is made fit to leave. */
export const announcementMade = (visibly: Visibly, announcement: Announcement): Announcement => {
  const { text, cut } = visibly;
  switch (announcement.kind) {
    case 'digest':
      return {
        ...announcement,
        pools: announcement.pools.map((standing) => ({
          ...standing,
          name: standing.name === null ? null : cut(standing.name),
          findings: findingsMade(visibly, standing.findings),
          refusals: refusalsMade(visibly, standing.refusals),
        })),
      };
    case 'policies-changed':
      return {
        ...announcement,
        added: announcement.added.map((rule) => ({ ...rule, required: text(rule.setting, rule.required) })),
        loosened: announcement.loosened.map((loosening) => ({
          ...loosening,
          message: cut(loosening.message),
        })),
      };
    case 'pause-begun':
    case 'pause-ended':
      return { ...announcement, pause: { ...announcement.pause, reason: cut(announcement.pause.reason) } };
    case 'held-back':
      return {
        ...announcement,
        notices: announcement.notices.map(({ pool, ...notice }) => ({
          ...notice,
          headline: cut(notice.headline),
          ...(pool && { pool: { ...pool, name: pool.name === null ? null : cut(pool.name) } }),
        })),
      };
    case 'test':
      return { ...announcement, by: cut(announcement.by) };
    case 'exemption-ending':
    case 'exemption-ended':
    case 'memory-lost':
    case 'nobody-listening':
    case 'chat-dropped':
    case 'regions-unwatched':
      return announcement;
  }
};

/**
 * An announcement as it may leave: without secrets, every text from outside cut to a length, which the cut says.
 * @param longest in UTF-16 units
 * @param mostPools how many pools a digest keeps, the worst; the others are counted
 */
export const visibleAnnouncement = (
  announcement: Announcement,
  longest = 1000,
  mostPools = 200,
): Announcement => {
  const visible = announcementMade(cutVisibly(longest), announcement);
  if (visible.kind !== 'digest') return visible;
  const { pools, poolsOmitted } = visible;
  return {
    ...visible,
    pools: pools.slice(0, mostPools),
    poolsOmitted: poolsOmitted + Math.max(0, pools.length - mostPools),
  };
};

import type { Announcement } from '../sweep/announcement.ts';
import { cutVisibly, findingsMade, refusalsMade } from './visible-outcome.ts';
import type { Visibly } from './visible-remark.ts';

type Digest = Extract<Announcement, { kind: 'digest' }>;

/** The pools of a digest, every text and value of them made fit to leave. */
const standingsMade = (visibly: Visibly, pools: Digest['pools']): Digest['pools'] =>
  pools.map((standing) => ({
    ...standing,
    name: standing.name === null ? null : visibly.cut(standing.name),
    findings: findingsMade(visibly, standing.findings),
    refusals: refusalsMade(visibly, standing.refusals),
  }));

/** An announcement whose every text and value from outside is made fit to leave. */
export const announcementMade = (visibly: Visibly, announcement: Announcement): Announcement => {
  const { text, cut } = visibly;
  switch (announcement.kind) {
    case 'digest':
      return { ...announcement, pools: standingsMade(visibly, announcement.pools) };
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
    case 'pauses-damaged':
    case 'tampering-untold':
    case 'nobody-listening':
    case 'chat-dropped':
    case 'regions-unwatched':
      return announcement;
  }
};

/** A digest as it may leave: without secrets, every text cut, and no more pools than so many. */
export const digestWithin = (digest: Digest, longest: number, mostPools: number): Digest => {
  const { pools, poolsOmitted } = digest;
  return {
    ...digest,
    pools: standingsMade(cutVisibly(longest), pools.slice(0, mostPools)),
    poolsOmitted: poolsOmitted + Math.max(0, pools.length - mostPools),
  };
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
): Announcement =>
  announcement.kind === 'digest'
    ? digestWithin(announcement, longest, mostPools)
    : announcementMade(cutVisibly(longest), announcement);

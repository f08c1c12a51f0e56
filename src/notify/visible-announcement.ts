import type { Announcement } from '../sweep/announcement.ts';
import { cutTo } from './escape.ts';
import { visibleText, visibleValue } from './hidden-value.ts';

/**
 * An announcement as it may leave: without secrets, every text from outside cut to a length, which the cut says.
 * @param longest in UTF-16 units
 */
export const visibleAnnouncement = (announcement: Announcement, longest = 1000): Announcement => {
  if (announcement.kind !== 'digest') return announcement;
  const cut = (text: string): string => cutTo(text, longest);
  const pools = announcement.pools.map((standing) => ({
    ...standing,
    name: standing.name === null ? null : cut(standing.name),
    findings: standing.findings.map((finding) => {
      const value = (whole: typeof finding.now) => {
        const visible = visibleValue(finding.setting, whole);
        return typeof visible === 'string' ? cut(visible) : visible;
      };
      const required = cut(visibleText(finding.setting, finding.required));
      return { ...finding, found: value(finding.found), now: value(finding.now), required };
    }),
  }));
  return { ...announcement, pools };
};

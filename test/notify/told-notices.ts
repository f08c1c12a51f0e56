import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import type { Notice } from '../../src/notify/notice.ts';
import { aNotice } from '../support/a-notice.ts';
import { toldAnnouncements } from './told-announcements.ts';
import { toldOutcomes } from './told-outcomes.ts';

/** One notice of each kind, under the name of its golden files. */
export const toldNotices: { readonly [name: string]: Notice } = {
  ...Object.fromEntries(Object.entries(toldOutcomes).map(([name, outcome]) => [name, aNotice(outcome)])),
  ...Object.fromEntries(
    Object.entries(toldAnnouncements).map(([name, announcement]) => [
      `announced-${name}`,
      noticeOfAnnouncement(announcement, { accountAlias: 'prod-eu' }),
    ]),
  ),
};

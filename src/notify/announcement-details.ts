import type { Announcement } from '../sweep/announcement.ts';

type Without<Union, Member extends string> = Union extends unknown ? Omit<Union, Member> : never;

/** What machines are told with an announcement besides what every notice has. */
export type AnnouncementDetails = Without<Announcement, 'schema' | 'id' | 'kind'>;

/** What machines are told with an announcement. */
export const announcementDetails = (announcement: Announcement): AnnouncementDetails => {
  const { schema: _, id: __, kind: ___, ...details } = announcement;
  return details;
};

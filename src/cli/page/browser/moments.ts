import { element } from './element.ts';

/** `09:14:07`, with the day where it isn't today; both UTC, as the mails have it. */
const momentText = (iso: string): string => {
  const [day = '', time = ''] = iso.slice(0, 19).split('T');
  return day === new Date().toISOString().slice(0, 10) ? time : `${day} ${time}`;
};

/** `2026-11-26 09:14:07 UTC`, as mail programs have it. */
export const wholeMoment = (iso: string): string => `${iso.slice(0, 19).replace('T', ' ')} UTC`;

/** A time of an entry or a message. */
export const moment = (iso: string): HTMLTimeElement =>
  element('time', { datetime: iso, title: wholeMoment(iso) }, momentText(iso));

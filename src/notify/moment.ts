import { type Words, words } from './words.ts';

/** `2026-08-22 09:14:07 UTC`; anything else as it is, from outside. */
export const moment = (iso: string): Words =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(iso)
    ? [`${iso.slice(0, 19).replace('T', ' ')} UTC`]
    : words`${iso}`;

/** The day of a moment, `2026-08-22`; anything else as it is, from outside. */
export const dayOf = (iso: string): Words =>
  /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(iso) ? [iso.slice(0, 10)] : words`${iso}`;

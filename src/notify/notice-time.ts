import type { Notice } from './notice.ts';

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** True for a time in ISO 8601 UTC, as Lifeguard writes times. */
export const isTime = (text: unknown): text is string =>
  typeof text === 'string' && form.test(text) && !Number.isNaN(Date.parse(text));

/** When what a notice tells was so: at the end of the look, or when it was announced. As it was written, ISO 8601 UTC. */
export const noticeTime = ({ details }: Notice): string =>
  'endedAt' in details ? details.endedAt : details.at;

import type { Notice } from './notice.ts';

/** `[HIGH]`, or `[URGENT, HIGH]` where somebody must act now: what a subject, a title or a header begins with. */
export const severityMark = ({ urgent, severity }: Pick<Notice, 'urgent' | 'severity'>): string =>
  `[${urgent ? 'URGENT, ' : ''}${severity.toUpperCase()}]`;

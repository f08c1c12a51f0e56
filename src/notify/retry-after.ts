/**
 * How long a server asks to be left alone, in milliseconds: seconds, or a date. Source: Retry-After, RFC 9110, 10.2.3.
 * @param header the header's value, from outside; null where there is none
 * @returns undefined where it says nothing that can be followed
 */
export const retryAfter = (header: string | null, now: Date): number | undefined => {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header)) return 1000 * Number(header);
  const isDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(header);
  const time = isDate ? Date.parse(header) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now.getTime());
};

/** A part of each day in which people are told only what is urgent. */
export interface QuietHours {
  /** Minutes after midnight, local time; where `from` is the later one, it lasts over midnight. */
  readonly from: number;
  readonly to: number;
  /** A name of the IANA time zone database. */
  readonly timeZone: string;
}

const form = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d) ([\w+/-]{1,50})$/;

/**
 * Reads `22:00-07:00 Europe/Berlin`.
 * @returns undefined where the text isn't of that form, the time zone is unknown, or the hours last all day
 */
export const parseQuietHours = (text: string): QuietHours | undefined => {
  const [, fromHour, fromMinute, toHour, toMinute, timeZone = ''] = form.exec(text) ?? [];
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  return Number.isFinite(from) && from !== to && isTimeZone(timeZone) ? { from, to, timeZone } : undefined;
};

const isTimeZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Minutes after midnight, where the clocks show that time. */
const localMinutes = (timeZone: string, now: Date): number => {
  const format = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en', format).formatToParts(now);
  const numberOf = (type: 'hour' | 'minute') => Number(parts.find((part) => part.type === type)?.value);
  return numberOf('hour') * 60 + numberOf('minute');
};

/**
 * How many minutes are left of quiet hours, by the local clock: on a night when the clocks are changed it is an hour
 * more or less, so look again before they are over.
 * @returns undefined outside of them
 */
export const quietMinutesLeft = ({ from, to, timeZone }: QuietHours, now: Date): number | undefined => {
  const day = 24 * 60;
  const since = (localMinutes(timeZone, now) - from + day) % day;
  const length = (to - from + day) % day;
  return since < length ? length - since : undefined;
};

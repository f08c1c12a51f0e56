/** A time for people: `2026-11-26 13:00:05 UTC`. */
export const moment = (time: string): string => `${time.slice(0, 19).replace('T', ' ')} UTC`;

/** Milliseconds. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Milliseconds from one time to another, both ISO 8601. */
export const elapsed = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** A time for people: `2026-11-26 13:00:05 UTC`. */
export const moment = (time: string): string => `${time.slice(0, 19).replace('T', ' ')} UTC`;

/** A time so many milliseconds later, ISO 8601 UTC. */
export const after = (time: string, milliseconds: number): string =>
  new Date(Date.parse(time) + milliseconds).toISOString();

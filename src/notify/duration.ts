/**
 * The time between two moments, as people say it: `under 2 seconds`, `34 seconds`, `12 minutes`, `3 hours`.
 * @returns undefined where a moment can't be read or the second one is earlier
 */
export const duration = (from: string, to: string): string | undefined => {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  if (Number.isNaN(seconds) || seconds < 0) return undefined;
  const say = (amount: number, unit: string) => `${amount} ${unit}${amount === 1 ? '' : 's'}`;
  // CloudTrail tells whole seconds.
  if (seconds < 2) return 'under 2 seconds';
  if (seconds < 120) return say(seconds, 'second');
  if (seconds < 7200) return say(Math.round(seconds / 60), 'minute');
  return say(Math.round(seconds / 3600), 'hour');
};

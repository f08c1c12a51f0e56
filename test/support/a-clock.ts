/** A clock that stands still until somebody waits or moves it. */
export const aClock = (start = '2026-11-23T10:00:00.000Z') => {
  let time = Date.parse(start);
  const waits: number[] = [];
  return {
    now: () => new Date(time),
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    /** Moves time on, in milliseconds. */
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    /** What was waited for, in milliseconds. */
    waits,
  };
};

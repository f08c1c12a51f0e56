import type { Time } from '../../src/cli/live/pacer.ts';

/** A clock that jumps to whatever is waited for next, once nothing else is to be done. */
export const aVirtualTime = (): Time => {
  let time = 0;
  let waiting: { readonly at: number; readonly go: () => void }[] = [];
  const jump = (): void => {
    time = Math.min(...waiting.map(({ at }) => at));
    const due = waiting.filter(({ at }) => at <= time);
    waiting = waiting.filter(({ at }) => at > time);
    for (const { go } of due) go();
    if (waiting.length > 0) setImmediate(jump);
  };
  return {
    now: () => time,
    wait: (milliseconds) =>
      new Promise((go) => {
        waiting.push({ at: time + milliseconds, go });
        if (waiting.length === 1) setImmediate(jump);
      }),
  };
};

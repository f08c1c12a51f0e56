import { setImmediate as allPromisesSettled } from 'node:timers/promises';

/** A clock that goes as fast as what happens in it can be worked out. */
export interface VirtualTime {
  now(): Date;
  wait(milliseconds: number): Promise<void>;
  /** Has something happen so many milliseconds from now. */
  after(milliseconds: number, happening: () => void): void;
  /**
   * Lets everything happen that is due until then, in order of time, of equals in order of asking. Whatever waits for
   * a promise goes on before the next thing happens.
   * @param until ISO 8601 UTC
   */
  runUntil(until: string): Promise<void>;
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly happening: () => void;
}

const isBefore = (left: Due, right: Due): boolean =>
  left.at < right.at || (left.at === right.at && left.order < right.order);

/** @param start ISO 8601 UTC */
export const virtualTime = (start: string): VirtualTime => {
  let time = Date.parse(start);
  let asked = 0;
  const agenda = heap();
  const after = (milliseconds: number, happening: () => void): void => {
    asked += 1;
    agenda.add({ at: time + Math.max(0, Math.ceil(milliseconds)), order: asked, happening });
  };
  return {
    now: () => new Date(time),
    after,
    wait: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    runUntil: async (until) => {
      const end = Date.parse(until);
      await allPromisesSettled();
      for (let next = agenda.first(); next && next.at <= end; next = agenda.first()) {
        agenda.removeFirst();
        time = Math.max(time, next.at);
        next.happening();
        await allPromisesSettled();
      }
      time = Math.max(time, end);
    },
  };
};

/** A binary heap: a run has tens of thousands of things ahead of it. */
const heap = () => {
  const items: Due[] = [];
  const at = (index: number): Due | undefined => items[index];
  const swap = (left: number, right: number): void => {
    const [one, other] = [at(left), at(right)];
    if (one && other) [items[left], items[right]] = [other, one];
  };
  const isAhead = (index: number, other: number): boolean => {
    const [one, two] = [at(index), at(other)];
    return one !== undefined && two !== undefined && isBefore(one, two);
  };
  return {
    first: () => at(0),
    add: (item: Due): void => {
      items.push(item);
      for (let index = items.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1;
        if (!isAhead(index, parent)) return;
        swap(index, parent);
        index = parent;
      }
    },
    removeFirst: (): void => {
      swap(0, items.length - 1);
      items.pop();
      for (let index = 0; ; ) {
        const [left, right] = [2 * index + 1, 2 * index + 2];
        const child = isAhead(right, left) ? right : left;
        if (!isAhead(child, index)) return;
        swap(index, child);
        index = child;
      }
    },
  };
};

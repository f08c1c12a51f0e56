import { link, readFile, rm, writeFile } from 'node:fs/promises';

export interface FileLockOptions {
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Names a holder. */
  readonly newId: () => string;
}

/** A lock is held for one reading and one writing of a small file. */
const lockMilliseconds = 10_000;
const pauseMilliseconds = 20;

/** Long enough for a lock that was left to run out, and for those who wait as well. */
const patience = (3 * lockMilliseconds) / pauseMilliseconds;

/**
 * Waits for a lock, a file that only one process can create, and takes it. A lock whose holder is gone runs out.
 * @returns gives the lock back
 */
export const lockFile = async (
  lock: string,
  { now, wait, newId }: FileLockOptions,
): Promise<() => Promise<void>> => {
  const id = newId();
  for (let tries = 0; tries < patience; tries += 1) {
    const content = JSON.stringify({ id, until: now().getTime() + lockMilliseconds });
    if (await isCreated(lock, content, id)) return () => giveBack(lock, content);
    const held = await readFile(lock, 'utf8').catch(nothingThere);
    if (held !== undefined && untilOf(held) <= now().getTime()) await takeAway(lock, held, id);
    await wait(pauseMilliseconds);
  }
  throw new Error(`Another process holds ${lock}; if there is none, remove the files whose names begin so.`);
};

/** Creates the lock by a second name for a finished file: whoever reads it never finds half of it. */
const isCreated = async (lock: string, content: string, id: string): Promise<boolean> => {
  const finished = `${lock}.${id}`;
  await writeFile(finished, content);
  try {
    await link(finished, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(finished, { force: true });
  }
};

/** What isn't a lock of ours is for a person to remove. */
const untilOf = (held: string): number =>
  Number(/"until":(\d+)\}$/.exec(held)?.[1] ?? Number.POSITIVE_INFINITY);

/** Removes a lock that ran out; under a lock of its own, or two who find it would remove each other's next one. */
const takeAway = async (lock: string, runOut: string, id: string): Promise<void> => {
  const right = `${lock}.taking`;
  if (!(await isCreated(right, id, id))) return;
  try {
    if ((await readFile(lock, 'utf8').catch(nothingThere)) === runOut) await rm(lock, { force: true });
  } finally {
    await rm(right, { force: true });
  }
};

const giveBack = async (lock: string, content: string): Promise<void> => {
  if ((await readFile(lock, 'utf8').catch(nothingThere)) === content) await rm(lock, { force: true });
};

const nothingThere = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
};

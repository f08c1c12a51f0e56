/** A notice that isn't sent by itself, as the summary of its window will name it. */
export interface HeldNotice {
  /** The notice's own. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly severity: string;
  readonly headline: string;
  /** Absent where it is about no single pool. */
  readonly pool?: {
    readonly arn: string;
    readonly name: string | null;
    /** Absent where it isn't known. */
    readonly createdAt?: string;
  };
}

/**
 * Which notices have been told, and what counts against telling more: queues deliver at least once, and people hear
 * once. Every step may be taken again for the same id and answers the same.
 */
export interface NoticeMemory {
  /** @param id of a notice on one channel, as are the next three */
  isTold(id: string): Promise<boolean>;
  /**
   * Begins to tell, before anybody is told.
   * @param now ISO 8601 UTC
   * @returns false where another process began within the last minute, and may be telling it now
   */
  begin(id: string, now: string): Promise<boolean>;
  /** Takes a beginning back where nobody was told: whoever comes next may tell it at once. */
  giveBack(id: string): Promise<void>;
  told(id: string): Promise<void>;
  /**
   * Says whether a notice only repeats another one; where it doesn't, it is the one that the next are held against.
   * @param key equal for notices that say the same
   * @param now ISO 8601 UTC
   * @param window in milliseconds
   */
  isRepeat(key: string, id: string, now: string, window: number): Promise<boolean>;
  /** True where an id is among the first so many different ones of a window. */
  admit(window: string, id: string, most: number): Promise<boolean>;
  /** Keeps a notice for the summary of a window. */
  hold(window: string, notice: HeldNotice): Promise<void>;
  /** What was kept for the summary of a window, in no order. */
  held(window: string): Promise<readonly HeldNotice[]>;
}

/** Milliseconds. Longer than a process that tells may live, shorter than a message stays away from the queue. */
export const tellingTakes = 120_000;

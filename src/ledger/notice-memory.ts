/** Which outcomes and announcements have been told: queues deliver at least once, and people hear once. */
export interface NoticeMemory {
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
}

/** Milliseconds. Longer than a process that tells may live, shorter than a message stays away from the queue. */
export const tellingTakes = 60_000;

/** Which outcomes and announcements have been told: queues deliver at least once, and people hear once. */
export interface NoticeMemory {
  isTold(id: string): Promise<boolean>;
  told(id: string): Promise<void>;
}

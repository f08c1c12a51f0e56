import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import type { NoticeMemory } from '../../src/ledger/notice-memory.ts';

/** What has been told, in memory; nothing at first. */
export const aNoticeMemory = (): NoticeMemory =>
  memoryLedger({
    leaseSeconds: 90,
    newId: () => 'unused',
    distinct: (causes) => ({ causes, causesOmitted: 0 }),
  }).notices;

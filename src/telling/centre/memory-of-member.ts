import type { NoticeMemory } from '../../ledger/notice-memory.ts';

/**
 * The memory of notices for what one account said: ids of its news are its own, so that none of them passes for what
 * another account said. What counts against telling more counts for all.
 */
export const memoryOfMember = (memory: NoticeMemory, accountId: string): NoticeMemory => {
  const own = (id: string): string => `${accountId}/${id}`;
  return {
    isTold: (id) => memory.isTold(own(id)),
    begin: (id, now) => memory.begin(own(id), now),
    giveBack: (id) => memory.giveBack(own(id)),
    told: (id) => memory.told(own(id)),
    isRepeat: (key, id, now, window) => memory.isRepeat(key, own(id), now, window),
    admit: (window, id, most) => memory.admit(window, own(id), most),
    hold: (window, notice) => memory.hold(window, { ...notice, id: own(notice.id) }),
    held: (window) => memory.held(window),
  };
};

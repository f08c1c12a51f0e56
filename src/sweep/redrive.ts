import type { Sweeper, Swept } from './sweeper.ts';

/**
 * Has notices that couldn't be sent tried again. Nobody but our own functions may write to their queue, so a person
 * asks for it here.
 */
export const redrive = async ({ redriveNotices }: Sweeper): Promise<Swept> => {
  await redriveNotices();
  return { kind: 'done', reason: 'What lies in the dead-letter queue of notices is told again.' };
};

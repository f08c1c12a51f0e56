import { announcing } from './announcing.ts';
import type { SweepMessage } from './sweep-message.ts';
import type { Sweeper, Swept } from './sweeper.ts';

/** Has a sample sent on every channel, for a person who asked. The same id twice is sent once. */
export const announceTest = async (
  sweeper: Sweeper,
  { id, by }: Extract<SweepMessage, { kind: 'test' }>,
): Promise<Swept> => {
  await announcing(sweeper)({ kind: 'test', id, by });
  return { kind: 'done', reason: `The test notice ${id} goes out on every channel.` };
};

import type { NoticeMemory } from '../../../src/ledger/notice-memory.ts';
import type { OnPublish } from './clients-of.ts';
import type { Publication } from './observed.ts';
import type { Stage } from './stage.ts';

/** Keeps what one process told people, and whether it could remember that it had. */
export const watchNotices = (
  { observed, time }: Stage,
  memory: NoticeMemory,
): { readonly memory: NoticeMemory; readonly onPublish: OnPublish } => {
  const mine: Publication[] = [];
  const unread = new Set<string>();
  const unasked = new Set<string>();
  return {
    onPublish: ({ input, isAnswered }) => {
      const { sqs } = JSON.parse(input.Message ?? '') as { readonly sqs: string };
      const { id } = JSON.parse(sqs) as { readonly id: string };
      const at = time.now().getTime();
      const publication = {
        id,
        at,
        isAnswered,
        wasAsked: !unread.has(id) && !unasked.has(id),
        isRemembered: false,
      };
      mine.push(publication);
      observed.published.push(publication);
    },
    memory: {
      isTold: async (id) => {
        unread.add(id);
        const isTold = await memory.isTold(id);
        unread.delete(id);
        return isTold;
      },
      begin: async (id, now) => {
        unasked.add(id);
        const isMine = await memory.begin(id, now);
        unasked.delete(id);
        return isMine;
      },
      giveBack: memory.giveBack,
      told: async (id) => {
        await memory.told(id);
        for (const publication of mine) if (publication.id === id) publication.isRemembered = true;
      },
    },
  };
};

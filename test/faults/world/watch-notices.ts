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
      ...memory,
      isTold: async (key) => {
        unread.add(idIn(key));
        const isTold = await memory.isTold(key);
        unread.delete(idIn(key));
        return isTold;
      },
      begin: async (key, now) => {
        unasked.add(idIn(key));
        const isMine = await memory.begin(key, now);
        unasked.delete(idIn(key));
        return isMine;
      },
      told: async (key) => {
        await memory.told(key);
        for (const publication of mine) if (publication.id === idIn(key)) publication.isRemembered = true;
      },
    },
  };
};

/** The notice's id, of its id on a channel. */
const idIn = (key: string): string => key.split('#')[0] ?? key;

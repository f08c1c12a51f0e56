import { type NoticeMemory, tellingTakes } from './notice-memory.ts';
import type { Shelves } from './shelf.ts';

const emptyWindow = { ids: [], held: [] };

/** Which notices have been told, in a memory made of records. */
export const recordNotices = ({ notices, tellings, repeats, windows }: Shelves): NoticeMemory => ({
  isTold: async (id) => (await notices.read(id)) !== undefined,
  begin: (id, now) =>
    tellings.take(id, (telling) => {
      const beganAt = Date.parse(now);
      return telling && telling.beganAt > beganAt - tellingTakes ? [false] : [true, { beganAt }];
    }),
  giveBack: (id) => tellings.take(id, () => [undefined, { beganAt: 0 }]),
  told: (id) => notices.take(id, () => [undefined, { told: true }]),
  isRepeat: (key, id, now, window) =>
    repeats.take(key, (before) => {
      const at = Date.parse(now);
      return before && before.at > at - window ? [before.id !== id] : [false, { id, at }];
    }),
  admit: (window, id, most) =>
    windows.take(window, (stored = emptyWindow) => {
      if (stored.ids.includes(id)) return [true];
      return stored.ids.length < most ? [true, { ...stored, ids: [...stored.ids, id] }] : [false];
    }),
  hold: (window, notice) =>
    windows.take(window, (stored = emptyWindow) => {
      const others = stored.held.filter(({ id }) => id !== notice.id);
      return [undefined, { ...stored, held: [...others, notice] }];
    }),
  held: async (window) => (await windows.read(window))?.held ?? [],
});

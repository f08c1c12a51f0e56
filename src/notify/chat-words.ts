import { chatProse, chatValue } from './escape.ts';
import { showWords, type Words } from './words.ts';

const show = (text: Words, each: number): string =>
  showWords(text, (outside) =>
    outside.kind === 'prose' ? chatProse(outside.text, 3 * each) : chatValue(outside.text, each),
  );

/**
 * Words as chat markup of at most `limit` UTF-16 units. Outside parts are cut first, then whole parts are
 * left out: finished markup is never cut, since half a code span would set its content free.
 */
export const chatWords = (text: Words, limit: number): string => {
  const fitting = [120, 60, 30].map((each) => show(text, each)).find((shown) => shown.length <= limit);
  if (fitting !== undefined) return fitting;
  let shown = '';
  for (const part of text) {
    const next = show([part], 30);
    if (shown.length + next.length + 1 > limit) return `${shown}…`;
    shown += next;
  }
  return shown;
};

import { chatWords } from './chat-words.ts';
import { linesWithin } from './lines-within.ts';
import type { Words } from './words.ts';

/**
 * Lines as chat markup, whole ones as long as they have room, then how many were left out.
 * @param limits in UTF-16 units: of each line, and of all together
 */
export const chatLines = (
  lines: readonly Words[],
  limits: { readonly each: number; readonly all: number },
): readonly string[] =>
  linesWithin(
    lines.map((line) => chatWords(line, limits.each)),
    limits.all,
    'line',
  );

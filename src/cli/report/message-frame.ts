import { stripVTControlCharacters } from 'node:util';
import { paint } from './paint.ts';

const length = (line: string): number => [...stripVTControlCharacters(line)].length;

/** Breaks a line at spaces, so that no part is wider than the frame; a word that is wider stands alone. */
const wrap = (line: string, width: number): string[] => {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  for (const word of line.slice(indent.length).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && length(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length === 0 ? indent + word : `${indent}  ${word}`);
  }
  return lines;
};

/** Lines of a message between a titled rule and a closing one, as a reader's window would hold them. */
export const messageFrame = (title: string, lines: readonly string[], width = 98): string => {
  const bar = paint.faint('│');
  const rule = (text: string): string => '─'.repeat(Math.max(0, width - length(text) - 4));
  return [
    `${paint.faint('┌─')} ${paint.strong(title)} ${paint.faint(rule(title))}`,
    ...lines.flatMap((line) => wrap(line, width)).map((line) => `${bar} ${line}`),
    paint.faint(`└${'─'.repeat(width - 1)}`),
  ].join('\n');
};

import stringWidth from 'string-width';
import { fitted } from '../terminal/fitted.ts';
import { paint } from './paint.ts';

/** Columns: what is wider is hard to read, and in less nothing is. */
const widest = 98;
const narrowest = 40;

/**
 * Lines of a message between a titled rule and a closing one, as a reader's window would hold them.
 * @param columns of the terminal; absent where there is none
 */
export const messageFrame = (title: string, lines: readonly string[], columns?: number): string => {
  const width = Math.max(narrowest, Math.min(widest, columns ?? widest));
  const bar = paint.faint('│');
  const rule = (drawn: number): string => paint.faint('─'.repeat(Math.max(0, width - drawn)));
  // What is too wide for the terminal and can't be broken stands outside of the frame: it is copied without it.
  const framed = (line: string): string =>
    columns !== undefined && stringWidth(line) > Math.max(columns, width) - 2
      ? line.trimStart()
      : `${bar} ${line}`;
  return [
    `${paint.faint('┌─')} ${paint.strong(title)} ${rule(stringWidth(`┌─ ${title} `))}`,
    ...fitted(lines.join('\n'), width - 2)
      .split('\n')
      .map(framed),
    `${paint.faint('└')}${rule(1)}`,
  ].join('\n');
};

import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { asPrompt, printError } from './terminal/print.ts';

/**
 * Asks a yes-or-no question at the terminal. Without a terminal the answer is no, and it is said how to give a yes;
 * Ctrl-C and Ctrl-D are a no, too.
 */
export const ask = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) {
    printError(`${question} Nobody can be asked here, so nothing is written; --yes writes.`);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await Promise.race([
    terminal.question(asPrompt(`${question} [y/N]`)).catch(() => undefined),
    once(terminal, 'SIGINT').then(() => undefined),
  ]);
  terminal.close();
  if (answer === undefined) printError('');
  return answer !== undefined && /^y(es)?$/i.test(answer.trim());
};

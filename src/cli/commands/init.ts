import { createInterface } from 'node:readline/promises';
import { loadPolicies } from '../../policy/load-policies.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { howToCall } from '../how-to-call.ts';
import { firstFiles } from '../init/first-files.ts';
import { type AskText, interview, type Said } from '../init/interview.ts';
import { nextCommands } from '../init/next-commands.ts';
import { someClone, whereToDeploy } from '../init/where-to-deploy.ts';
import { writeFirstFiles } from '../init/write-first-files.ts';
import { tellUnknown } from '../live/check-regions.ts';
import { packageRoot } from '../package-root.ts';
import { inert } from '../report/inert.ts';
import { mistakeLine } from '../report/mistake-line.ts';
import { paint } from '../report/paint.ts';
import { asPrompt, printText } from '../terminal/print.ts';

export interface InitOptions extends Said {
  readonly policies: string;
  /** Asks nothing. */
  readonly yes: boolean;
}

/**
 * Writes what a folder of policies begins with, and says what to type next. Nothing is overwritten.
 * @returns `findings` where all was there already, so that nothing was written
 * @throws CliError where an option is wrong, the folder can't be written, or what it holds now has mistakes
 */
export const init = async (options: InitOptions): Promise<number> => {
  const { policies: folder, yes } = options;
  const begun = await interview(options, yes || !process.stdin.isTTY ? undefined : askAtTerminal);
  tellUnknown(begun.regions);
  const { written, left } = await writeFirstFiles(folder, await firstFiles(begun));
  if (written.length > 0) {
    printText(paint.strong(`Written to ${inert(folder)}`));
    for (const { name, says } of written) printText(`  ${name.padEnd(20)}${says}`);
  }
  if (left.length > 0) {
    printText(paint.strong(`There already in ${inert(folder)}, and left as it is`));
    for (const name of left) printText(`  ${inert(name)}`);
  }
  const loaded = await loadPolicies(folder);
  if (loaded.kind === 'mistakes')
    throw new CliError(loaded.mistakes.map(mistakeLine).join('\n'), exitCode.usage);
  printText(`\n${paint.strong('Next')}`);
  const where = whereToDeploy(folder, process.cwd(), packageRoot());
  const commands = nextCommands(folder, begun, { call: howToCall(), ...where });
  for (const command of commands) printText(`  ${inert(command)}`);
  if (begun.emails.length === 0 || begun.regions.length === 0 || where.clone === someClone)
    printText('Put your own in place of what is in capitals.');
  if (where.clone === someClone)
    printText(`${someClone} is a clone of Lifeguard’s repository: the package alone can’t be deployed.`);
  return written.length > 0 ? exitCode.compliant : exitCode.findings;
};

/** Asks at the terminal; Ctrl-C and Ctrl-D end the command before anything is written. */
const askAtTerminal: AskText = async (question) => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new AbortController();
  terminal.once('close', () => closed.abort());
  try {
    return await terminal.question(asPrompt(question), { signal: closed.signal });
  } catch {
    throw new CliError('\nNothing was written.', exitCode.findings);
  } finally {
    terminal.close();
  }
};

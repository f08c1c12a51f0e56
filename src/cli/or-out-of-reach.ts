import { LedgerBrokenError, LedgerBusyError } from '../ledger/errors.ts';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { inert } from './report/inert.ts';

type Answer = Promise<unknown> | AsyncIterable<unknown>;
type Steps = { readonly [step: string]: (...args: never[]) => Answer };

/**
 * The same steps; what AWS or the file system throws from them becomes a sentence and exit status `aws`.
 * @param what begins the sentence
 */
export const orOutOfReach = <Whole extends object>(what: string, steps: Whole): Whole =>
  Object.fromEntries(
    Object.entries(steps as unknown as Steps).map(([name, step]) => [
      name,
      (...args: never[]) => explained(what, step(...args)),
    ]),
  ) as Whole;

const explained = (what: string, answer: Answer): Answer =>
  Symbol.asyncIterator in answer
    ? explainedStream(what, answer)
    : answer.catch((error: unknown) => explain(what, error));

async function* explainedStream(what: string, stream: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    explain(what, error);
  }
}

const explain = (what: string, error: unknown): never => {
  if (error instanceof LedgerBusyError || error instanceof LedgerBrokenError) throw error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  throw new CliError(`${inert(what)} can't be used: ${inert(`${name}: ${message}`)}`, exitCode.aws);
};

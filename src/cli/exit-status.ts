import { inspect } from 'node:util';
import { PoolUnreachableError } from '../pool/errors.ts';
import { exitCode } from './exit-code.ts';
import { missingPermission } from './live/missing-permission.ts';
import { reasonOf } from './live/reason-of.ts';
import { main } from './main.ts';
import { isOutOfReach } from './out-of-reach.ts';
import { inert } from './report/inert.ts';
import { printError } from './terminal/print.ts';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

/** A permission that is missing is named as the action to add. */
const sentenceOf = (error: PoolUnreachableError): string =>
  missingPermission(error) ? `User pool ${error.pool.id}: ${reasonOf(error)}` : error.message;

/** Runs the command line, and says on stderr what it could not do. @returns the exit status */
export const exitStatusOf = async (argv: readonly string[]): Promise<number> => {
  try {
    return await main(argv);
  } catch (error) {
    const expected = isOutOfReach(error);
    if (expected)
      printError(inert(error instanceof PoolUnreachableError ? sentenceOf(error) : error.message));
    // Whoever reports a defect copies it as it is.
    else console.error(inspect(error).split('\n').map(inert).join('\n'));
    return expected ? exitCode.aws : exitCode.defect;
  }
};

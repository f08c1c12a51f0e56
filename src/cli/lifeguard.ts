#!/usr/bin/env node
import { inspect } from 'node:util';
import { LeaseLostError, LedgerBrokenError, LedgerBusyError } from '../ledger/errors.ts';
import { PoolUnreachableError } from '../pool/errors.ts';
import { exitCode } from './exit-code.ts';
import { main } from './main.ts';
import { inert } from './report/inert.ts';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const outOfReach = [PoolUnreachableError, LeaseLostError, LedgerBrokenError, LedgerBusyError];

try {
  process.exitCode = await main(process.argv);
} catch (error) {
  const expected = outOfReach.some((kind) => error instanceof kind);
  console.error(
    expected && error instanceof Error
      ? inert(error.message)
      : inspect(error).split('\n').map(inert).join('\n'),
  );
  process.exitCode = expected ? exitCode.aws : exitCode.defect;
}

#!/usr/bin/env node
import { PoolUnreadableError } from '../pool/errors.ts';
import { exitCode } from './exit-code.ts';
import { main } from './main.ts';
import { inert } from './report/inert.ts';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  process.exitCode = await main(process.argv);
} catch (error) {
  if (!(error instanceof PoolUnreadableError)) throw error;
  console.error(inert(error.message));
  process.exitCode = exitCode.aws;
}

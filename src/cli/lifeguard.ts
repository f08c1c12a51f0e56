#!/usr/bin/env node
import { inspect } from 'node:util';
import { PoolUnreachableError } from '../pool/errors.ts';
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
  const expected = error instanceof PoolUnreachableError;
  console.error(expected ? inert(error.message) : inspect(error).split('\n').map(inert).join('\n'));
  process.exitCode = expected ? exitCode.aws : exitCode.defect;
}

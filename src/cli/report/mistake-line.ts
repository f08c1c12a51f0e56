import type { Mistake } from '../../policy/mistake.ts';
import { inert } from './inert.ts';

/** A mistake in a policy file as editors jump to it: `file:line:column: message`. */
export const mistakeLine = ({ file, line, column, message }: Mistake): string =>
  inert(`${file}:${line}:${column}: ${message}`);

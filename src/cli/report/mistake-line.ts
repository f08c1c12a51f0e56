import type { Mistake } from '../../policy/mistake.ts';
import { inert } from './inert.ts';

/**
 * A mistake in a policy file as editors jump to it: `file:line:column: message`. Of a folder, what to do is said, since
 * there is nothing to jump to.
 */
export const mistakeLine = ({ file, line, column, message, isFolder }: Mistake): string =>
  inert(
    isFolder
      ? `${message} lifeguard init writes a first folder of policies; --policies names another.`
      : `${file}:${line}:${column}: ${message}`,
  );

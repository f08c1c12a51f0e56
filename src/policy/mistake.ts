import type { SourcePlace } from './policy.ts';

/** Something in a policy file that its author has to look at. */
export interface Mistake extends SourcePlace {
  readonly message: string;
}

/** One line for a terminal: `policies/baseline.yaml:14:5 The severity "hihg" is not known.` */
export const showMistake = ({ file, line, column, message }: Mistake): string =>
  `${file}:${line}:${column} ${message}`;

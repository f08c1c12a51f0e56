import type { SourcePlace } from './policy.ts';

/** Something in a policy file that its author has to look at, and where. */
export interface Mistake extends SourcePlace {
  readonly message: string;
  /** True where the whole folder is meant, which has no lines; the message names it. */
  readonly isFolder?: true;
}

import type { Actor } from './cause.ts';

/** A pipeline's session has another name each time; its role stays. */
export const roleOf = ({ sessionIssuer, arn, type, invokedBy }: Actor): string =>
  JSON.stringify([sessionIssuer ?? arn ?? type, invokedBy ?? null]);

import type { Actor } from '../../change/cause.ts';
import { actorName } from '../../notify/actor-name.ts';

/** Whoever called, apart from the session: a pipeline's has another name each time. Untrusted text. */
export interface Caller {
  /** Equal for calls of one caller. */
  readonly key: string;
  /** `Developer`, `ci through cloudformation`. */
  readonly name: string;
  /** A role's, a user's or another principal's ARN; the identity's type where CloudTrail tells none. */
  readonly identity: string;
}

/** The caller of a recorded call: of a role's session, the role. */
export const callerOf = ({ sessionIssuer, arn, type, invokedBy }: Actor): Caller => {
  const identity = sessionIssuer ?? arn?.replace(/(:assumed-role\/[^/]+)\/.*$/s, '$1') ?? type;
  return {
    key: JSON.stringify([identity, invokedBy ?? null]),
    name: actorName({ type, ...(identity !== type && { arn: identity }), ...(invokedBy && { invokedBy }) }),
    identity,
  };
};

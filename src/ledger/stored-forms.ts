import type { Cause } from '../change/cause.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { LastOutcome } from './ledger.ts';

// Only a ledger writes what is checked here, so damage is all that is looked for: the outer form, not every member.

type Members = { readonly [member: string]: unknown };

/** True for a JSON object, false for null, arrays and scalars. */
export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for a list of causes. */
export const areCauses = (value: unknown): value is readonly Cause[] =>
  Array.isArray(value) &&
  value.every(
    (cause) =>
      isMembers(cause) &&
      (cause.kind === 'call' || cause.kind === 'asked') &&
      typeof cause.eventTime === 'string',
  );

/** True for what is remembered of an outcome that was told. */
export const isLastOutcome = (value: unknown): value is LastOutcome =>
  isMembers(value) && typeof value.id === 'string' && typeof value.remaining === 'string';

/** True for what is remembered before a write. */
export const isOpenOutcome = (value: unknown): value is OpenOutcome => {
  if (!isMembers(value)) return false;
  const { id, startedAt, causes, findings, changes, carried, preImage } = value;
  return (
    typeof id === 'string' &&
    typeof startedAt === 'string' &&
    areCauses(causes) &&
    Array.isArray(findings) &&
    Array.isArray(changes) &&
    typeof carried === 'number' &&
    isMembers(preImage) &&
    isMembers(preImage.userPool) &&
    isMembers(preImage.mfaConfig) &&
    typeof preImage.takenAt === 'string'
  );
};

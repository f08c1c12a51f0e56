import { inert } from '../report/inert.ts';
import { type Check, unknown, wrong } from './check.ts';

/** The names under which AWS's services say that the caller lacks a permission. */
const denials = [
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
];

/** What AWS said instead of an answer. */
export class NotAnswered extends Error {
  readonly action: string;
  readonly isDenied: boolean;
  /** AWS's name of the error. */
  readonly code: string;

  constructor(action: string, error: unknown) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    super(inert(`${name}: ${message}`), { cause: error });
    this.action = action;
    this.isDenied = denials.includes(name);
    this.code = name;
  }
}

/**
 * Waits for one answer of AWS.
 * @param action the IAM action that the question takes
 * @throws NotAnswered
 */
export const askAws = async <Answer>(action: string, answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer;
  } catch (error) {
    throw new NotAnswered(action, error);
  }
};

/** A check, which becomes `not known` where AWS gives no answer; a missing permission is named as the action to add. */
export const knownIfAnswered = async (name: string, check: () => Promise<Check>): Promise<Check> => {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    if (error.action.startsWith('dynamodb:') && error.code === 'ResourceNotFoundException')
      return wrong(
        name,
        'The table of the ledger is gone: what was remembered with it.',
        'docs/operations.md, Sweeps, the digest and debt: find out who deleted it, restore it, or deploy anew.',
      );
    if (error.code === 'LedgerBrokenError')
      return wrong(name, `What is remembered is damaged: ${error.message}`, 'docs/memory.md');
    return error.isDenied
      ? unknown(
          name,
          `You may not ask: ${error.action} is not allowed.`,
          `Add ${error.action} to what you may do, or take the policy cognito-lifeguard-STAGE-REGION-doctor: docs/permissions.md.`,
        )
      : unknown(name, `AWS gave no answer to ${error.action}: ${error.message}`, 'Run the command again.');
  }
};

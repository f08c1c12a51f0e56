import { LedgerBrokenError, LedgerBusyError } from '../../ledger/errors.ts';
import { isUnknownHost } from '../../pool/is-unknown-host.ts';
import { CliError } from '../cli-error.ts';
import { type MissingPermission, missingPermission } from './missing-permission.ts';

/**
 * Why AWS gave no answer, in a sentence for whoever can change that. A missing permission is named as the IAM action
 * to add. Not inert yet.
 */
export const reasonOf = (error: unknown): string => {
  const missing = missingPermission(error);
  if (missing) return permissionSentence(missing);
  if (error instanceof LedgerBrokenError || error instanceof LedgerBusyError || error instanceof CliError)
    return error.message;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
  // A Region that an account has not opted in to knows none of its credentials. Source: AWS general reference,
  // "Troubleshooting AWS Regions".
  if (name === 'UnrecognizedClientException')
    return 'AWS does not know these credentials there: the Region is not enabled for this account, or they are not valid.';
  if (isUnknownHost(cause))
    return `AWS has no such service there, or this machine has no way to it: ${message.replace(/\.$/, '')}.`;
  return `${name}: ${message.replace(/\.$/, '')}.`;
};

/** The same for a permission: `Not allowed: add the IAM action cognito-idp:DescribeUserPool on arn:…` */
export const permissionSentence = ({ action, resource, forbiddenBy }: MissingPermission): string =>
  forbiddenBy === undefined
    ? `Not allowed: add the IAM action ${action}${resource === undefined ? '' : ` on ${resource}`}.`
    : `Not allowed: a ${forbiddenBy} denies ${action}${resource === undefined ? '' : ` on ${resource}`}.`;

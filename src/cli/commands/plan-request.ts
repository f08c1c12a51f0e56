import type { Considered } from '../by-hand/consider-as-remembered.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { writeListing } from '../listing/write-listing.ts';
import { inert } from '../report/inert.ts';
import { type RequestFormat, requestText } from '../request-text.ts';
import { printError } from '../terminal/print.ts';

/** The AWS CLI's names of the calls. */
const commands = {
  UpdateUserPool: 'update-user-pool',
  SetUserPoolMfaConfig: 'set-user-pool-mfa-config',
} as const;

/**
 * Prints the request that a plan would send, whole, for whoever sends it with the AWS CLI: one call, one document.
 * What is to be known besides goes to standard error.
 * @throws CliError where the plan doesn't have the call that was asked for
 */
export const printRequest = async (
  { pool, look, outcome, hold }: Considered,
  format: RequestFormat,
  { call: asked, output }: { readonly call?: keyof typeof commands; readonly output?: string },
): Promise<void> => {
  const calls = look?.plan.calls ?? [];
  for (const { code, reason } of outcome.refusals)
    printError(`Refused, and not in it: ${code}: ${inert(reason)}`);
  if (calls.length === 0) {
    printError(`Nothing would be written to ${inert(pool.id)}: there is no request.`);
    return;
  }
  const call = asked === undefined ? calls[0] : calls.find(({ operation }) => operation === asked);
  if (!call) throw new CliError(`The plan for ${inert(pool.id)} makes no call of ${asked}.`, exitCode.usage);
  await writeListing(requestText(call.request, format), output, { mode: 0o600 });
  printError(
    `Careful: this holds all that the pool holds, secrets too, as it was a moment ago. What changes until it is sent is overwritten.\nTo send it: aws cognito-idp ${commands[call.operation]} --region ${inert(pool.region)} --${format} file://…`,
  );
  if (hold) printError('Lifeguard itself would wait with it: lifeguard plan says why.');
  if (outcome.unknownSettings.length > 0)
    printError(
      `In it are members that are newer than this version, and that your AWS CLI may not take: ${inert(outcome.unknownSettings.join(', '))}.`,
    );
  if (calls.length > 1) {
    const order = calls.map(({ operation }) => operation);
    printError(
      `The plan takes two calls, in this order: ${order.join(', ')}. The other one: --call ${order.find((each) => each !== call.operation)}`,
    );
  }
};

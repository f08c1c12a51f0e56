import { GetParameterCommand, type SSMClient, SSMServiceException } from '@aws-sdk/client-ssm';
import { cutTo, oneLine } from './escape.ts';

/** A webhook's address can't be had. The message never has the address, or another value of the parameter. */
export class WebhookAddressError extends Error {
  override readonly name = 'WebhookAddressError';
  /** True where the same read may succeed later without a person. */
  readonly retryable: boolean;

  constructor(message: string, retryable: boolean) {
    super(message);
    this.retryable = retryable;
  }
}

/** How long an address is kept, in milliseconds: a new one is taken up within that time at the latest. */
const keptFor = 5 * 60_000;

interface Kept {
  readonly address: string;
  readonly readAt: number;
}

/**
 * The address of a Slack webhook, from a SecureString in AWS Systems Manager Parameter Store.
 * @param parameter its name
 * @returns gives the address, from memory for five minutes; given an address that Slack refused, reads again where
 *   that is the one in memory, since it may have been replaced. Rejects with a WebhookAddressError
 */
export const webhookAddress = ({
  ssm,
  parameter,
  now,
}: {
  readonly ssm: SSMClient;
  readonly parameter: string;
  readonly now: () => Date;
}): ((refused?: string) => Promise<string>) => {
  let kept: Kept | undefined;
  return async (refused) => {
    const time = now().getTime();
    const isFresh = kept !== undefined && time - kept.readAt < keptFor && kept.address !== refused;
    if (kept && isFresh) return kept.address;
    kept = { address: await read(ssm, parameter), readAt: time };
    return kept.address;
  };
};

const read = async (ssm: SSMClient, name: string): Promise<string> => {
  const place = cutTo(oneLine(name), 200);
  const { Parameter } = await ssm
    .send(new GetParameterCommand({ Name: name, WithDecryption: true }))
    .catch((error: unknown) => {
      throw refusedRead(error, place);
    });
  if (Parameter?.Type !== 'SecureString')
    throw new WebhookAddressError(
      `The parameter ${place} is no SecureString, so that whoever may read parameters can read the webhook's address in it: replace the webhook, and store its address as a SecureString.`,
      false,
    );
  const address = Parameter.Value?.trim() ?? '';
  if (address === '') throw new WebhookAddressError(`The parameter ${place} is empty.`, false);
  return address;
};

/** What a person has to do about a refusal, by AWS's name of it. Source: GetParameter, Systems Manager API reference. */
const remedies: { readonly [error: string]: (place: string, message: string) => string } = {
  // AWS says AccessDeniedException too where the key that the value is encrypted with may not be used.
  AccessDeniedException: (place, message) =>
    /kms|ciphertext/i.test(message) && !/ssm:GetParameter/.test(message)
      ? `Allow kms:Decrypt on the key that the parameter ${place} is encrypted with.`
      : `Allow ssm:GetParameter on the parameter ${place}.`,
  InvalidKeyId: (place) =>
    `The key that the parameter ${place} is encrypted with can't be used: enable it, and allow kms:Decrypt on it.`,
  ParameterNotFound: (place) =>
    `There is no parameter ${place} in this Region: store the webhook's address there as a SecureString.`,
};

const refusedRead = (error: unknown, place: string): WebhookAddressError => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const remedy = Object.hasOwn(remedies, name) ? remedies[name]?.(place, message) : undefined;
  const status = error instanceof SSMServiceException ? error.$metadata.httpStatusCode : undefined;
  const isFinal = remedy !== undefined || (status !== undefined && status < 500 && !/thrott/i.test(name));
  return new WebhookAddressError(
    `The webhook's address could not be read (${cutTo(oneLine(name), 100)}). ${remedy ?? `ssm:GetParameter on the parameter ${place} failed.`}`,
    !isFinal,
  );
};

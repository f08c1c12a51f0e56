/**
 * The names under which AWS refuses a caller in a Region: a policy denies it, or the Region isn't enabled for the
 * account. Source: AWS's common errors; a Region that isn't enabled doesn't know the account's keys.
 */
const refusals = [
  'AccessDeniedException',
  'NotAuthorizedException',
  'OptInRequired',
  'UnrecognizedClientException',
];

/** True where AWS lets nobody in that we could be, and would not the next time. */
export const isClosedRegion = (error: unknown): boolean =>
  error instanceof Error && refusals.includes(error.name);

/**
 * True where the name of an endpoint leads nowhere: AWS has no such service in that Region. The SDK knows the form of
 * the names, and not which of them exist.
 */
export const isUnknownHost = (error: unknown): boolean => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOTFOUND';
};

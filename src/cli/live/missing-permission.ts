/** What a caller isn't allowed to do, as AWS says it. */
export interface MissingPermission {
  /** `cognito-idp:DescribeUserPool` */
  readonly action: string;
  readonly resource?: string;
  /** The kind of policy that forbids it, where one does: `service control policy`. No permission helps then. */
  readonly forbiddenBy?: string;
}

/** The sentence of IAM's refusals. Source: IAM user guide, "Troubleshoot access denied error messages". */
const sentence = /is not authorized to perform: ([\w-]{1,64}:\w{1,128})(?: on resource: (\S{1,2048}))?/;
const denial = /explicit deny in an? ([a-z -]{1,64}?policy|permissions boundary)/;

/** Reads IAM's refusal; undefined where an error is none, or doesn't name the action. */
export const missingPermission = (error: unknown): MissingPermission | undefined => {
  const message = messageOf(error);
  const [, action, resource] = sentence.exec(message) ?? [];
  if (action === undefined) return undefined;
  const forbiddenBy = denial.exec(message)?.[1];
  return {
    action,
    ...(resource !== undefined && { resource }),
    ...(forbiddenBy !== undefined && { forbiddenBy }),
  };
};

/** The error that AWS gave is the cause of ours. */
const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
};

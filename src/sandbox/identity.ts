import { type Json, type JsonObject, stringAt } from './json.ts';

/** CloudTrail's `userIdentity`: whatever AWS would record for a caller. */
export type UserIdentity = JsonObject;

/** Who signs with an access key, and how CloudTrail would show them. */
export interface CallerIdentity {
  readonly arn: string;
  readonly userId: string;
  readonly userIdentity: UserIdentity;
}

/** The people and services that the sandbox knows, by access key. */
export interface Identities {
  /** Says what CloudTrail records for calls signed with this access key id. */
  register(accessKeyId: string, userIdentity: UserIdentity): void;
  /** The caller behind an access key id; an IAM user called `sandbox` where none is registered. */
  of(accessKeyId: string): CallerIdentity;
}

/** A register of callers for one account. */
export function createIdentities(accountId: string): Identities {
  const registered = new Map<string, UserIdentity>();
  return {
    register: (accessKeyId, userIdentity) => {
      registered.set(accessKeyId, userIdentity);
    },
    of: (accessKeyId) => {
      const given = registered.get(accessKeyId) ?? sandboxUser(accountId);
      const accessKey: Json = accessKeyId;
      return {
        arn: stringAt(given, 'arn') ?? `arn:aws:iam::${accountId}:root`,
        userId: stringAt(given, 'principalId') ?? accountId,
        userIdentity: { accountId, accessKeyId: accessKey, ...given },
      };
    },
  };
}

function sandboxUser(accountId: string): UserIdentity {
  return {
    type: 'IAMUser',
    principalId: 'AIDASANDBOXSANDBOX000',
    arn: `arn:aws:iam::${accountId}:user/sandbox`,
    accountId,
    userName: 'sandbox',
  };
}

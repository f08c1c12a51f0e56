import { isObject, type Json, type JsonObject } from '../json.ts';
import { RESET_TO } from './defaults.ts';

/**
 * What AWS does with a member that an UpdateUserPool leaves out. The sources disagree, so there are three readings:
 * `documented` resets all but what AWS documents as kept; `measured` also keeps what was seen to be kept on
 * live pools; `worst` resets everything that has a default.
 */
export type Semantics = 'documented' | 'measured' | 'worst';

/** The SDK's documentation: UserPoolTier "with the exception of", DcrConfiguration "keeps the existing". */
const DOCUMENTED_AS_KEPT = ['UserPoolTier', 'DcrConfiguration'];

/**
 * Seen to be kept: MfaConfiguration and Policies by github.com/go-to-k/cdkd on live pools (2026-08-18 and -19),
 * UserAttributeUpdateSettings and SmsConfiguration as github.com/hashicorp/terraform-provider-aws records them.
 */
const SEEN_TO_BE_KEPT = ['MfaConfiguration', 'Policies', 'UserAttributeUpdateSettings', 'SmsConfiguration'];

/** A pool's name has no default, so no reading resets it. */
const NEVER_RESET = ['PoolName'];

const KEPT: { readonly [S in Semantics]: readonly string[] } = {
  documented: [...NEVER_RESET, ...DOCUMENTED_AS_KEPT],
  measured: [...NEVER_RESET, ...DOCUMENTED_AS_KEPT, ...SEEN_TO_BE_KEPT],
  worst: NEVER_RESET,
};

/**
 * The settings that an update asks for, every omission decided.
 *
 * @param before the pool's settings as stored
 * @param request the checked request without UserPoolId
 */
export function settingsAfter(before: JsonObject, request: JsonObject, semantics: Semantics): JsonObject {
  const after: Record<string, Json> = { ...RESET_TO };
  for (const member of KEPT[semantics]) {
    if (before[member] !== undefined) after[member] = before[member];
    else delete after[member];
  }
  Object.assign(after, request);
  if (semantics === 'measured') after.Policies = mergedPolicies(before, request);
  return after;
}

/** Sending only one of PasswordPolicy and SignInPolicy was seen to leave the other as it is. */
function mergedPolicies(before: JsonObject, request: JsonObject): JsonObject {
  const was = isObject(before.Policies) ? before.Policies : {};
  return isObject(request.Policies) ? { ...was, ...request.Policies } : was;
}

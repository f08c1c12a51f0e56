/** A call that can alter a pool. */
export interface WatchedCall {
  /** True where policy files speak of what the call alters; false where it is only told with its actor. */
  readonly governed: boolean;
  /** What the caller did, as the end of a sentence that begins with the caller: `added an app client`. */
  readonly did: string;
}

const governed = (did: string): WatchedCall => ({ governed: true, did });
const told = (did: string): WatchedCall => ({ governed: false, did });

const calls: { readonly [source: string]: { readonly [call: string]: WatchedCall } } = {
  'cognito-idp.amazonaws.com': {
    CreateUserPool: governed('created the pool'),
    UpdateUserPool: governed('updated the pool'),
    SetUserPoolMfaConfig: governed('set the MFA configuration'),
    TagResource: governed('added tags'),
    UntagResource: governed('removed tags'),
    DeleteUserPool: told('deleted the pool'),
    AddCustomAttributes: told('added custom attributes'),
    CreateUserPoolClient: told('added an app client'),
    UpdateUserPoolClient: told('changed an app client'),
    DeleteUserPoolClient: told('deleted an app client'),
    AddUserPoolClientSecret: told('added a secret to an app client'),
    DeleteUserPoolClientSecret: told('deleted a secret of an app client'),
    CreateUserPoolDomain: told('added a domain'),
    UpdateUserPoolDomain: told('changed a domain'),
    DeleteUserPoolDomain: told('deleted a domain'),
    CreateUserPoolReplica: told('added a replica in another Region'),
    UpdateUserPoolReplica: told('changed a replica in another Region'),
    DeleteUserPoolReplica: told('deleted a replica in another Region'),
    SetUserPoolSessionConfiguration: told('set the session configuration'),
    SetUserPoolClientSessionConfiguration: told('set the session configuration of an app client'),
    SetRiskConfiguration: told('set the threat protection responses'),
    SetLogDeliveryConfiguration: told('set where logs are delivered'),
    SetUICustomization: told('changed the look of the hosted sign-in pages'),
    CreateUserImportJob: told('prepared an import of users'),
    StartUserImportJob: told('started an import of users'),
    StopUserImportJob: told('stopped an import of users'),
    CreateIdentityProvider: told('added an identity provider'),
    UpdateIdentityProvider: told('changed an identity provider'),
    DeleteIdentityProvider: told('deleted an identity provider'),
    CreateResourceServer: told('added a resource server'),
    UpdateResourceServer: told('changed a resource server'),
    DeleteResourceServer: told('deleted a resource server'),
    CreateManagedLoginBranding: told('added a managed login style'),
    UpdateManagedLoginBranding: told('changed a managed login style'),
    DeleteManagedLoginBranding: told('deleted a managed login style'),
    CreateTerms: told('added terms documents'),
    UpdateTerms: told('changed terms documents'),
    DeleteTerms: told('deleted terms documents'),
  },
  'wafv2.amazonaws.com': {
    AssociateWebACL: told('set the web ACL that guards the pool'),
    DisassociateWebACL: told('removed the web ACL that guards the pool'),
  },
};

/** Calls newer than the table still alter pools: the event pattern in serverless.yml takes these prefixes. */
const family = /^(Create|Update|Delete|Set|Add)UserPool/;

/**
 * Looks a recorded call up; undefined where it can't alter a pool or isn't followed.
 * Names and the calls that exist: API reference of Amazon Cognito user pools and of AWS WAF.
 * @param eventSource `cognito-idp.amazonaws.com`
 * @param call `UpdateUserPool`
 */
export const watchedCall = (eventSource: string, call: string): WatchedCall | undefined => {
  const known = Object.hasOwn(calls, eventSource) ? calls[eventSource] : undefined;
  if (!known) return undefined;
  if (Object.hasOwn(known, call)) return known[call];
  return eventSource === 'cognito-idp.amazonaws.com' && family.test(call)
    ? told(`changed the pool by ${call}`)
    : undefined;
};

/** Every call of the table with the service that records it, for whoever has to subscribe to them. */
export const watchedCalls = (): readonly { readonly eventSource: string; readonly call: string }[] =>
  Object.entries(calls).flatMap(([eventSource, names]) =>
    Object.keys(names).map((call) => ({ eventSource, call })),
  );

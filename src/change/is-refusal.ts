/**
 * Errors by which AWS says that the caller was at fault, and that nothing was done. Anything else, a failure of the
 * service or an error that is newer than this list, can follow a change that took effect.
 * Sources: the errors that the API references of Amazon Cognito user pools and of AWS WAF list for the calls that
 * are followed; "Common Errors" of the same references. UserPoolTaggingException and CodeDeliveryFailureException
 * are left out on purpose: they tell of a part that failed, and not what became of the rest.
 */
const refusals = new Set([
  'ConcurrentModificationException',
  'DuplicateProviderException',
  'FeatureUnavailableInTierException',
  'InvalidEmailRoleAccessPolicyException',
  'InvalidOAuthFlowException',
  'InvalidParameterException',
  'InvalidSmsRoleAccessPolicyException',
  'InvalidSmsRoleTrustRelationshipException',
  'LimitExceededException',
  'ManagedLoginBrandingExistsException',
  'NotAuthorizedException',
  'OperationNotEnabledException',
  'PreconditionNotMetException',
  'ResourceNotFoundException',
  'ScopeDoesNotExistException',
  'TermsExistsException',
  'TierChangeNotAllowedException',
  'TooManyRequestsException',
  'UnsupportedIdentityProviderException',
  'UserImportInProgressException',
  'UserPoolAddOnNotEnabledException',

  'WAFFeatureNotIncludedInPricingPlanException',
  'WAFInvalidOperationException',
  'WAFInvalidParameterException',
  'WAFLimitsExceededException',
  'WAFNonexistentItemException',
  'WAFUnavailableEntityException',

  'AccessDenied',
  'AccessDeniedException',
  'ExpiredToken',
  'ExpiredTokenException',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'InvalidAction',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MalformedHttpRequestException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'NotAuthorized',
  'OptInRequired',
  'RequestExpired',
  'SerializationException',
  'SignatureDoesNotMatch',
  'Throttling',
  'ThrottlingException',
  'UnknownOperationException',
  'UnrecognizedClientException',
  'ValidationError',
  'ValidationException',
]);

/**
 * True where AWS refused a call for what its caller did, so that nothing changed.
 * @param errorCode the `errorCode` of a CloudTrail record
 */
export const isRefusal = (errorCode: unknown): boolean =>
  typeof errorCode === 'string' && refusals.has(errorCode);

const accessDenied = ['AccessDenied', 'AccessDeniedException', 'NotAuthorized', 'NotAuthorizedException'];

/** True where AWS refused a call because its caller lacks a permission. @param errorCode as for `isRefusal` */
export const isAccessDenied = (errorCode: unknown): boolean =>
  typeof errorCode === 'string' && accessDenied.includes(errorCode);

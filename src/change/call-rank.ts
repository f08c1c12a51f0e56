/** What a call can do to whoever signs in, the worst first: all that is named in neither list stands between them. */
const grave: readonly (readonly string[])[] = [
  ['CreateIdentityProvider', 'UpdateIdentityProvider', 'DeleteIdentityProvider'],
  ['SetRiskConfiguration'],
  [
    'CreateUserPoolClient',
    'UpdateUserPoolClient',
    'DeleteUserPoolClient',
    'AddUserPoolClientSecret',
    'DeleteUserPoolClientSecret',
    'SetUserPoolClientSessionConfiguration',
  ],
  ['DeleteUserPool'],
  ['UpdateUserPool', 'SetUserPoolMfaConfig', 'CreateUserPool'],
];

const light: readonly string[] = [
  'TagResource',
  'UntagResource',
  'SetUICustomization',
  'CreateManagedLoginBranding',
  'UpdateManagedLoginBranding',
  'DeleteManagedLoginBranding',
  'CreateTerms',
  'UpdateTerms',
  'DeleteTerms',
];

/** How grave a call is, 0 for what can take over a pool; a call that nobody has ranked is graver than the light ones. */
export const callRank = (call: string): number => {
  const rank = grave.findIndex((calls) => calls.includes(call));
  if (rank >= 0) return rank;
  return light.includes(call) ? grave.length + 1 : grave.length;
};

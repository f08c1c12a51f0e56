import { arn, boolean, enumeration, members, row, scale, text } from './row.ts';

const clientRegistration = {
  absentInRead: 'none',
  absentAtCreation: 'none',
  carry: 'kept-by-omission',
  feltBy: 'application code',
  sensitive: true,
  evidence:
    'SDK 3.1169 and later. API reference: omitted, it is kept; sent without EnableStatus, registration is turned on.',
} as const;

/** Names that every pool has, on every tier. Source: API reference of AcrConfiguration. */
const defaultLevelNames = {
  Level1: 'urn:cognito:loa:1',
  Level2: 'urn:cognito:loa:2',
  Level3: 'urn:cognito:loa:3',
  Level4: 'urn:cognito:loa:4',
};

/** What defends the pool, and what it costs and promises to others. */
export const protection = [
  row('UserPoolAddOns.AdvancedSecurityMode', scale('OFF', 'AUDIT', 'ENFORCED'), {
    safer: 'higher',
    absentInRead: { value: 'OFF' },
    absentAtCreation: { value: 'OFF' },
    tier: { needs: 'PLUS', without: ['OFF', null] },
    feltBy: 'sign-in',
    meaning: 'Threat protection: off, watching, or acting on what it sees.',
    evidence:
      'Service model; API reference: PLUS. LITE pools from before the tiers may keep it (aws-cdk #36023).',
  }),
  row('UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode', scale('AUDIT', 'ENFORCED'), {
    safer: 'higher',
    absentInRead: 'none',
    absentAtCreation: 'none',
    tier: { needs: 'PLUS', without: [null] },
    feltBy: 'sign-in',
    meaning: 'Threat protection for custom authentication.',
    evidence: 'Service model; Security Hub Cognito.4.',
  }),
  row('DeletionProtection', scale('INACTIVE', 'ACTIVE'), {
    safer: 'higher',
    absentInRead: { value: 'INACTIVE' },
    absentAtCreation: { value: 'INACTIVE' },
    feltBy: 'teardown',
    meaning: 'Whether the pool refuses to be deleted.',
    evidence:
      'Service model. Terraform’s default is INACTIVE; what omission does is unmeasured (cdkd #2675).',
  }),
  row('UserPoolTier', scale('LITE', 'ESSENTIALS', 'PLUS'), {
    safer: 'higher',
    absentInRead: 'unknown',
    absentAtCreation: { value: 'ESSENTIALS' },
    feltBy: 'bill',
    meaning: 'The feature plan, which every monthly active user is charged by.',
    evidence:
      'API reference: defaults to ESSENTIALS; copies of it name the tier as kept on omission. Sent always.',
  }),
  row('PoolName', text(1, 128, '^[\\w\\s+=,.@-]+$'), {
    read: { from: 'UserPool', path: 'Name' },
    absentInRead: 'none',
    absentAtCreation: 'none',
    carry: 'renamed',
    feltBy: 'nobody',
    meaning: 'The pool’s name.',
    evidence: 'Service model. Describe calls it Name.',
  }),
  row(
    'UserPoolTags',
    { kind: 'map' },
    {
      absentInRead: { value: {} },
      absentAtCreation: { value: {} },
      feltBy: 'nobody',
      meaning: 'The pool’s tags.',
      evidence:
        'Service model: keys 1-128, values 0-256. Reset on omission was reported in 2018 (aws-cli #3302).',
    },
  ),
  row('KeyConfiguration.KeyType', enumeration('AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY'), {
    absentInRead: { value: 'AWS_OWNED_KEY' },
    absentAtCreation: { value: 'AWS_OWNED_KEY' },
    feltBy: 'nobody',
    sensitive: true,
    meaning: 'Whose key encrypts the pool.',
    evidence: 'SDK 3.1058 and later. API reference: AWS keys if not given.',
  }),
  row('KeyConfiguration.KmsKeyArn', arn, {
    absentInRead: 'none',
    absentAtCreation: 'none',
    feltBy: 'nobody',
    sensitive: true,
    meaning: 'The customer’s key that encrypts the pool.',
    evidence: 'SDK 3.1058 and later.',
  }),
  row('IssuerConfiguration.Type', enumeration('ORIGINAL', 'UPDATED'), {
    absentInRead: { value: 'ORIGINAL' },
    absentAtCreation: 'unknown',
    feltBy: 'token verifiers',
    sensitive: true,
    meaning: 'Which issuer address stands in the tokens.',
    evidence: 'SDK 3.1058 and later. A change breaks every verifier that pins the issuer.',
  }),
  row(
    'AcrConfiguration',
    { kind: 'map', keys: ['Level1', 'Level2', 'Level3', 'Level4'], valueMember: 'AcrValue' },
    {
      absentInRead: 'none',
      absentAtCreation: 'none',
      carry: 'without-defaults',
      tier: { needs: 'ESSENTIALS', without: [null, defaultLevelNames] },
      elements: ['AcrValue'],
      feltBy: 'token verifiers',
      meaning: 'The names of the authentication levels in tokens.',
      evidence: 'SDK 3.1146 and later. API reference: Describe merges the defaults urn:cognito:loa:N in.',
    },
  ),
  row('DcrConfiguration.EnableStatus', enumeration('Enabled', 'Disabled'), {
    ...clientRegistration,
    absentInRead: { value: 'Disabled' },
    absentAtCreation: { value: 'Disabled' },
    tier: { needs: 'ESSENTIALS', without: [null, 'Disabled'] },
    meaning: 'Whether applications may register themselves as app clients.',
    evidence:
      'SDK 3.1169 and later. API reference: it is turned on by sending a configuration, so a pool without one has it off; Essentials or higher to turn it on.',
  }),
  row('DcrConfiguration.OpenDcrEnabled', boolean, {
    ...clientRegistration,
    safer: 'lower',
    absentInRead: { value: false },
    absentAtCreation: { value: false },
    meaning: 'Whether anybody may register an app client without authentication.',
    evidence: 'SDK 3.1169 and later. API reference: default false.',
  }),
  row('DcrConfiguration.AuthenticatedGrantTypes', members(0, 3, 'code', 'implicit', 'client_credentials'), {
    ...clientRegistration,
    safer: 'lower',
    meaning: 'Which grants an authenticated registration may ask for; unset permits the defaults.',
  }),
  row('DcrConfiguration.OpenDcrGrantTypes', members(0, 3, 'code', 'implicit', 'client_credentials'), {
    ...clientRegistration,
    safer: 'lower',
    meaning: 'Which grants an open registration may ask for; unset permits the defaults.',
  }),
  row('DcrConfiguration.AllowedScopes', members(0, 50), {
    ...clientRegistration,
    safer: 'lower',
    meaning: 'Which scopes a registered client may ask for.',
  }),
] as const;

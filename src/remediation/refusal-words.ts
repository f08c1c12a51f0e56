import type { RefusalCode } from './refusal.ts';

/** What a refusal means, and what a person can do about it, in sentences. docs/refusals.md says the same. */
interface RefusalWords {
  readonly means: string;
  readonly next: string;
}

export const refusalWords: { readonly [code in RefusalCode]: RefusalWords } = {
  sensitive: {
    means:
      "A wrong value of this setting hands the pool to somebody: triggers, senders, keys, issuer, client registration. It is written only where the deployment names it, so that one merged line of YAML can't install a trigger in every pool.",
    next: 'Set it by hand, or deploy with `remediateSensitive` and the setting or what holds it, `LambdaConfig`.',
  },
  'lock-out': {
    means:
      "The change can keep users out: requiring MFA where they haven't enrolled a second factor, or taking away a way to sign in.",
    next: 'Give the rule `allowLockOut` and a ticket, once users have another way in; or ask for `OPTIONAL`.',
  },
  cost: {
    means: 'A higher tier is charged for each monthly active user.',
    next: 'Give the rule `allowCost` and a ticket, or move the pool by hand.',
  },
  'no-remedy': {
    means:
      'No value is nearest to what the rule allows: several are as good, or the rule describes a text without saying one.',
    next: 'Name the value in the rule with `remediateTo`, or set it by hand.',
  },
  'policies-conflict': {
    means:
      "Rules that bind this pool can't hold together without weakening it. Rules of one scope that contradict each other fail `lifeguard validate` already; this is the case that only a pool shows.",
    next: 'Loosen one of the rules that the reason names, or narrow the scope of its policy.',
  },
  'changed-since': {
    means:
      "An outcome was to be undone, and a setting that it changed has another value by now: to set it back would undo somebody else's change. Or all of them have their former values: it was undone already.",
    next: 'Look who changed it and decide; `lifeguard set` sets one setting and carries the others.',
  },
  'unknown-settings': {
    means:
      "AWS tells a setting that this version doesn't know, and the deployment says `unknownSettings=refuse`.",
    next: "Update Lifeguard, or deploy with `unknownSettings=carry`: then what isn't known is sent back as it was read.",
  },
  'needs-tier': {
    means:
      "The pool's tier (`UserPoolTier`) doesn't offer what the rule requires; AWS says FeatureUnavailableInTierException, or TierChangeNotAllowedException where a pool can't leave its tier. A higher tier costs more, so it is never chosen silently.",
    next: 'Move the pool to the tier that the reason names, let a rule on `UserPoolTier` require it, or exempt the pool.',
  },
  'tier-in-use': {
    means: 'The rule asks for a lower tier, and the pool uses what that tier lacks.',
    next: 'Turn off what the reason names, or exempt the pool.',
  },
  'needs-mfa-factor': {
    means: 'MFA is to be offered or required, and the pool has no second factor to ask for.',
    next: 'Name one in the rule: `factor: SOFTWARE_TOKEN_MFA`.',
  },
  'mfa-is-off': {
    means:
      "A second factor is required, and the pool's MFA is OFF: AWS takes factors only while it is OPTIONAL or ON.",
    next: 'Add a rule that asks for `MfaConfiguration` at least OPTIONAL.',
  },
  'mfa-and-first-factors': {
    means:
      'Required MFA leaves no room for codes by email or SMS as a first factor, nor for passkeys that count as one factor.',
    next: 'Take these out of the first factors, make passkeys `MULTI_FACTOR_WITH_USER_VERIFICATION`, or ask for OPTIONAL.',
  },
  'email-mfa': {
    means:
      "Email as a second factor needs the account's own sender (`EmailSendingAccount` DEVELOPER), and another way than email to recover an account.",
    next: 'Give the pool its own SES sender or another recovery mechanism, or turn email MFA off.',
  },
  'phone-recovery': {
    means: "With SMS as a second factor, the phone can't be the only way to recover an account.",
    next: 'Allow another recovery mechanism.',
  },
  'needs-sms-configuration': {
    means:
      "Phone numbers are to be verified, or codes by SMS to be a first factor, and the pool can't send SMS messages.",
    next: 'Give the pool an `SmsConfiguration`: it needs a role that only you can choose.',
  },
  'one-sms-sender': {
    means: 'A pool sends SMS messages with SNS or with End User Messaging, not with both.',
    next: 'Decide for one; a rule that asks for the other one to be absent makes room.',
  },
  'sms-region': {
    means: "End User Messaging must be in the pool's own Region.",
    next: 'Scope the rule by Region.',
  },
  'link-or-code': {
    means: 'A pool has a verification mail of its own by code or by link, not both.',
    next: 'Decide for one; a rule that asks for the other one to be absent makes room.',
  },
  'pre-token-function': {
    means:
      'Two rules ask for two functions where AWS takes one: `PreTokenGeneration` and `PreTokenGenerationConfig` must name the same.',
    next: 'Let both rules ask for one function.',
  },
  'verified-before-update': {
    means:
      'The rules ask to guard an attribute and not to verify it: AWS verifies before an update only what is verified automatically.',
    next: 'Let the rules on both settings agree.',
  },
  incomplete: {
    means:
      "AWS takes the setting only together with another one, which the pool would lack: a customer's key without its ARN, an own sender without its SES identity.",
    next: 'Add a rule that names what the reason says is missing.',
  },
  'unsupported-factor': {
    means: "AWS's model has SOFTWARE_TOKEN as a first factor, and AWS doesn't support it yet.",
    next: 'Take it out of the rule.',
  },
  'level-names': {
    means:
      "Names of authentication levels must be URIs, each for one level, AWS's own names for the others included.",
    next: 'Correct the names in the rule.',
  },
  'tag-rules': {
    means:
      "The pool would have tags that AWS doesn't take: more than 50, too long, or with a key that begins with `aws:`.",
    next: 'Correct the tags in the rule, or take some off the pool.',
  },
  'broken-sms-role': {
    means:
      "AWS can't use the role in `SmsConfiguration` (InvalidSmsRoleTrustRelationshipException, InvalidSmsRoleAccessPolicyException), and refuses every update of the pool until it can. Dropping the configuration would get through, and would turn SMS sign-in codes off: that is never done.",
    next: "Repair the role's trust or permissions.",
  },
  replica: {
    means: 'The pool is a replica in another Region (OperationNotEnabledException).',
    next: 'Change the pool in its primary Region; the replica follows it.',
  },
  'import-in-progress': {
    means: 'Users are being imported (UserImportInProgressException).',
    next: 'Nothing. `StopUserImportJob` brings a look at once; an import that ends by itself records no call, and the next look finds it over.',
  },
  'missing-permission': {
    means: 'AWS denied the write. The refusal names action and ARN.',
    next: 'Allow it, or deploy with `mode=notify`.',
  },
  'carried-member': {
    means:
      "AWS showed a setting that this version doesn't know, and didn't take it back. The refusal names it. Leaving it out could reset it, so the write isn't tried without it.",
    next: 'Update Lifeguard, which may know the setting by now; until then make the change by hand.',
  },
  'refused-by-aws': {
    means: 'AWS refused the request for another reason, whose text the refusal carries.',
    next: 'Correct what AWS names.',
  },
};

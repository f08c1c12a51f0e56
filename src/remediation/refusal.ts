import type { SettingPath } from '../pool/settings.ts';

/** AWS might do it, and we don't. */
const ourRefusalCodes = [
  'sensitive',
  'lock-out',
  'cost',
  'no-remedy',
  'policies-conflict',
  'changed-since',
  'unknown-settings',
] as const;

/** AWS's, known before the call. */
const foreseenRefusalCodes = [
  'needs-tier',
  'tier-in-use',
  'needs-mfa-factor',
  'mfa-is-off',
  'mfa-and-first-factors',
  'email-mfa',
  'phone-recovery',
  'needs-sms-configuration',
  'one-sms-sender',
  'sms-region',
  'link-or-code',
  'pre-token-function',
  'verified-before-update',
  'incomplete',
  'unsupported-factor',
  'level-names',
  'tag-rules',
  'broken-sms-role',
] as const;

/** AWS's, known by its answer. */
export const answeredRefusalCodes = [
  'replica',
  'import-in-progress',
  'missing-permission',
  'carried-member',
  'refused-by-aws',
] as const;

/** Why a finding is not remediated. Each code has one meaning, explained in docs/refusals.md. */
export const refusalCodes = [...ourRefusalCodes, ...foreseenRefusalCodes, ...answeredRefusalCodes] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Those of which AWS knows nothing. */
export type OurRefusalCode = (typeof ourRefusalCodes)[number];

/** Something that policy or a person asks for and that was not written, with what a person can do about it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly settings: readonly SettingPath[];
  /** Why, in one sentence. */
  readonly reason: string;
  /** What a person must do, in one sentence. */
  readonly next: string;
}

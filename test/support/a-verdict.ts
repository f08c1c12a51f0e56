import { type Listing, makeListing } from '../../src/cli/listing/listing.ts';
import type { Verdict } from '../../src/cli/listing/verdict.ts';

/** A minimum password length of 8 at a live pool, where 14 is required. */
export const aVerdict = (overrides: Partial<Verdict> = {}): Verdict => ({
  status: 'violation',
  subject: {
    name: 'checkout-users',
    id: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123',
  },
  policy: 'baseline',
  rule: 'password-minimum-length',
  severity: 'high',
  why: 'Length is what offline guessing pays for.',
  at: { file: 'policies/baseline.yaml', line: 14, column: 5 },
  setting: 'Policies.PasswordPolicy.MinimumLength',
  required: 'at least 14',
  found: 8,
  to: 14,
  message: 'Policies.PasswordPolicy.MinimumLength is 8; required: at least 14.',
  next: 'lifeguard apply --pool eu-west-1_AbCdEf123 puts it right.',
  ...overrides,
});

/** The same of a pool that a template declares. */
export const aDeclaredVerdict = (overrides: Partial<Verdict> = {}): Verdict =>
  aVerdict({
    subject: {
      name: 'CheckoutPool',
      id: 'CheckoutPool',
      place: { file: 'infra/my template.yaml', line: 7, column: 3 },
    },
    ...overrides,
  });

/** A listing of these verdicts, each taken for a subject's only one. */
export const aListing = (verdicts: readonly Verdict[], unreached: Listing['unreached'] = []): Listing => {
  const making = makeListing(true);
  for (const verdict of verdicts) making.add([verdict]);
  for (const each of unreached) making.miss(each);
  return making.finish();
};

/** Text that would do harm in a terminal, in XML, in Markdown and in a chat. */
export const hostile =
  '\u001b[2J</failure>]]>&"\'`</code>`` <img src=x onerror=alert(1)> @everyone #1 |\n# [x](https://example.com)\u202e\ud800\uffff\u0000';

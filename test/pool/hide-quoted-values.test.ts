import { describe, expect, it } from 'vitest';
import { hideQuotedValues } from '../../src/pool/hide-quoted-values.ts';

const constraint = 'failed to satisfy constraint: Member must have length less than or equal to 131072';

describe('hideQuotedValues', () => {
  it.each([
    [
      `1 validation error detected: Value 's3cret' at 'smsConfiguration.externalId' ${constraint}`,
      `1 validation error detected: Value (hidden) at 'smsConfiguration.externalId' ${constraint}`,
    ],
    [
      `2 validation errors detected: Value 'a' at 'poolName' ${constraint}; Value 's3cret' at 'smsConfiguration.externalId' ${constraint}`,
      `2 validation errors detected: Value (hidden) at 'poolName' ${constraint}; Value (hidden) at 'smsConfiguration.externalId' ${constraint}`,
    ],
    [
      `Value 'it's a 's3cret' ' at 'a.member.1.b' ${constraint}`,
      `Value (hidden) at 'a.member.1.b' ${constraint}`,
    ],
    [`Value 'two\nlines s3cret' at 'a' ${constraint}`, `Value (hidden) at 'a' ${constraint}`],
    [`Value at 'policies.passwordPolicy.minimumLength' ${constraint}`, undefined],
    ["Value 's3cret, cut off by the servi", 'Value (hidden)'],
    ['External id "s3cret" is not known.', 'External id (hidden) is not known.'],
    ["The id 's3cret', as given, is wrong.", 'The id (hidden), as given, is wrong.'],
    ["The caller's role doesn't trust Cognito's principal.", undefined],
    ['User: someone is not authorized to perform: iam:PassRole on resource: a-role', undefined],
    ['', undefined],
  ])('of %j leaves the rest', (message, expected = message) => {
    expect(hideQuotedValues(message)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutAddress } from '../../src/notify/without-address.ts';
import { hostileText } from './hostile-outcomes.ts';

const url = new URL('https://hooks.slack.com/services/T0AAA/B0BBB/s3cr3tS3cr3t');

describe('withoutAddress', () => {
  it.each([
    ['the address', url.href, '(hidden)'],
    ['its path', url.pathname, '/services/(hidden)/(hidden)/(hidden)'],
    ['its last part', 's3cr3tS3cr3t', '(hidden)'],
    [
      'an encoded address',
      encodeURIComponent(url.href),
      'https%3A%2F%2Fhooks.slack.com%2Fservices%2F(hidden)%2F(hidden)%2F(hidden)',
    ],
    [
      'an address in JSON',
      'https:\\/\\/hooks.slack.com\\/services\\/T0AAA\\/B0BBB\\/s3cr3tS3cr3t',
      'https:\\/\\/hooks.slack.com\\/services\\/(hidden)\\/(hidden)\\/(hidden)',
    ],
    ['capitals', 'S3CR3TS3CR3T', '(hidden)'],
    ['invisible characters inside', 's3cr3t\u200bS3cr3t', '(hidden)'],
    ['nothing of it', 'invalid_payload', 'invalid_payload'],
  ])('hides %s', (_, text, shown) => {
    expect(withoutAddress(text, url)).toBe(shown);
  });

  it('hides what stands encoded in an address, as it is and decoded', () => {
    const encoded = new URL('http://127.0.0.1:1/a%20b%2Fc?key=%7Bk%7D');

    expect(withoutAddress('a b/c, a%20b%2Fc, ?key={k}', encoded)).toBe('(hidden), (hidden), (hidden)');
  });

  it('leaves no part of a path in any text', () => {
    const secret = fc.stringMatching(/^[A-Z0-9][A-Za-z0-9]{7,29}$/);

    fc.assert(
      fc.property(
        hostileText,
        hostileText,
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        (before, after, path) => {
          const address = new URL(`https://hooks.slack.com/services/${path.join('/')}`);
          const shown = withoutAddress(`${before}${address.href}${after}${path.at(-1)}`, address);

          return path.every((part) => !shown.includes(part)) && shown.isWellFormed();
        },
      ),
    );
  });
});

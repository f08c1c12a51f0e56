import { describe, expect, it } from 'vitest';
import { emailText } from '../../src/notify/email-text.ts';
import { quoted } from '../../src/notify/quoted.ts';
import { aNotice } from '../support/a-notice.ts';
import { anOutcome } from '../support/an-outcome.ts';

describe('a name', () => {
  it.each([
    ['checkout-users', 'checkout-users'],
    [null, null],
    ['checkout users', '"checkout users"'],
    ['a" is fine. The pool "b', '"a\' is fine. The pool \'b"'],
  ])('%j stands as %j', (name, shown) => {
    expect(quoted(name)).toBe(shown);
  });

  it('that reads like a sentence of ours is seen to be a name', () => {
    const outcome = anOutcome();
    const name = 'checkout is as policy requires. Nothing is left to do. The pool';
    const notice = aNotice({ ...outcome, ...(outcome.pool && { pool: { ...outcome.pool, name } }) });

    const text = emailText(notice).body.replaceAll('\n', ' ');

    expect(text).toContain(`"${name}"`);
    expect(notice.details).toMatchObject({ pool: { name } });
  });
});

import { describe, expect, it } from 'vitest';
import { compileRequirement } from '../../../src/policy/loader/rule-requirement.ts';
import { type SettingPath, settingAt } from '../../../src/pool/settings.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';

describe('compileRequirement', () => {
  it('gives the constraint, its words and its operator', () => {
    expect(compileRequirement({ id: 'length', atLeast: 14 }, settingAt(length))).toEqual({
      requirement: {
        constraint: { kind: 'interval', min: 14, max: 99 },
        required: 'at least 14',
        operator: 'atLeast',
      },
      mistakes: [],
    });
  });

  it.each<[SettingPath, object, string, string]>([
    [length, { order: [] }, 'order', `a whole number; use equals, oneOf, atLeast, atMost`],
    ['MfaConfiguration', { order: [] }, 'order', 'a name on a scale; use equals, oneOf, atLeast, atMost'],
    ['Id', { equals: 'a' }, 'equals', 'which AWS only tells; use '],
  ])('says of %s and %o which operators fit', (path, asks, operator, what) => {
    expect(compileRequirement({ ...asks }, settingAt(path))).toEqual({
      mistakes: [{ in: [operator], message: `${operator} doesn't fit ${path}, ${what}.` }],
    });
  });

  it('misses an operator only where no member is a misspelt one', () => {
    const message = `An operator is missing: say equals, oneOf, atLeast, atMost for ${length}.`;

    expect(compileRequirement({ id: 'length' }, settingAt(length))).toEqual({
      mistakes: [{ in: [], message }],
    });
    expect(compileRequirement({ id: 'length', atleast: 14 }, settingAt(length))).toEqual({ mistakes: [] });
  });

  it('takes one operator, and finds the second where there are more', () => {
    expect(compileRequirement({ atMost: 20, atLeast: 14 }, settingAt(length))).toEqual({
      mistakes: [
        {
          in: ['atMost'],
          message: 'Only one operator can stand here, and there are atLeast and atMost; write two rules.',
        },
      ],
    });
  });

  it('places the mistakes of an operand from the operator on', () => {
    expect(compileRequirement({ oneOf: [14, 5] }, settingAt(length))).toEqual({
      mistakes: [
        {
          in: ['oneOf', 1],
          message: `oneOf: value 2 is 5, but 6 is the API's minimum for ${length}.`,
        },
      ],
    });
  });
});

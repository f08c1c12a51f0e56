import { describe, expect, it } from 'vitest';
import { describe as inWords } from '../../../src/policy/constraints/describe.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const trigger = settingAt('LambdaConfig.PreSignUp');
const present = { kind: 'present' } as const;

describe('present', () => {
  it('holds for any value, and for none where nothing is set', () => {
    expect([holds(present, '', trigger), holds(present, null, trigger)]).toEqual([true, false]);
    expect(inWords(present, trigger)).toBe('any value');
  });

  it('has no remedy', () => {
    expect(nearest(present, null, trigger)).toEqual({
      kind: 'no-remedy',
      reason: 'the rule doesn’t say which value to set',
    });
  });
});

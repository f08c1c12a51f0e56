import { describe, expect, it } from 'vitest';
import { exactly } from '../../../src/policy/constraints/exactly.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { settingAt } from '../../../src/pool/settings.ts';

describe('exactly', () => {
  it('of null is that the setting is not there', () => {
    expect(exactly(null, settingAt('LambdaConfig.PreSignUp'))).toEqual({ kind: 'allowed', values: [null] });
  });

  it('keeps the scale of a name that stands on one, and gives none to a name that does not', () => {
    const protection = settingAt('UserPoolAddOns.AdvancedSecurityMode');
    const issuer = settingAt('IssuerConfiguration.Type');

    expect(exactly('AUDIT', protection)).toEqual({
      kind: 'allowed',
      values: ['AUDIT'],
      scale: ['OFF', 'AUDIT', 'ENFORCED'],
    });
    expect(exactly('UPDATED', issuer)).toEqual({ kind: 'allowed', values: ['UPDATED'] });
  });

  it('asks for an order only of a ranking', () => {
    const names = { kind: 'members', required: ['a', 'b'], forbidden: [], within: ['a', 'b'] };

    expect(exactly(['b', 'a'], settingAt('DcrConfiguration.AllowedScopes'))).toEqual({ ...names, pairs: [] });
    expect(exactly(['b', 'a'], settingAt('AccountRecoverySetting.RecoveryMechanisms'))).toEqual({
      ...names,
      pairs: [['b', 'a']],
    });
  });

  it('a map does not hold for one with another entry beside it', () => {
    const tags = settingAt('UserPoolTags');
    const team = exactly({ team: 'checkout' }, tags);

    expect(holds(team, { team: 'checkout' }, tags)).toBe(true);
    expect(holds(team, { team: 'checkout', stage: 'production' }, tags)).toBe(false);
  });
});

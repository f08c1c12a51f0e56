import { describe, expect, it } from 'vitest';
import { withMember, withoutMember } from '../../src/remediation/request-tree.ts';

const tree = { Policies: { PasswordPolicy: { MinimumLength: 8 }, SignInPolicy: {} }, UserPoolTier: 'PLUS' };

describe('withMember', () => {
  it('sets a member and leaves its neighbours', () => {
    expect(withMember(tree, 'Policies.PasswordPolicy.MinimumLength', 14)).toEqual({
      ...tree,
      Policies: { ...tree.Policies, PasswordPolicy: { MinimumLength: 14 } },
    });
  });

  it('makes the parents that lack', () => {
    expect(withMember({}, 'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode', 'AUDIT')).toEqual({
      UserPoolAddOns: { AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } },
    });
  });

  it('puts a structure in the place of a parent that is none', () => {
    expect(withMember({ Policies: null }, 'Policies.PasswordPolicy', {})).toEqual({
      Policies: { PasswordPolicy: {} },
    });
  });

  it('leaves the tree that it was given as it was', () => {
    const before = structuredClone(tree);

    withMember(tree, 'Policies.PasswordPolicy.MinimumLength', 14);

    expect(tree).toEqual(before);
  });
});

describe('withoutMember', () => {
  it('takes a member away and leaves its parent, even an empty one', () => {
    expect(withoutMember(tree, 'Policies.PasswordPolicy.MinimumLength')).toEqual({
      ...tree,
      Policies: { PasswordPolicy: {}, SignInPolicy: {} },
    });
  });

  it('takes a whole structure away', () => {
    expect(withoutMember(tree, 'Policies')).toEqual({ UserPoolTier: 'PLUS' });
  });

  it.each(['EmailConfiguration.From', 'UserPoolTier.Name', 'Policies.Other'])(
    'gives an equal tree where nothing is at %s',
    (path) => {
      expect(withoutMember(tree, path)).toEqual(tree);
    },
  );

  it('leaves the tree that it was given as it was', () => {
    const before = structuredClone(tree);

    withoutMember(tree, 'Policies.PasswordPolicy.MinimumLength');

    expect(tree).toEqual(before);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compilePolicies } from '../../../src/policy/loader/compile-policies.ts';
import { digestOf as digestOfSet } from '../../../src/policy/loader/digest.ts';
import { aPolicy } from '../../support/a-policy.ts';

const header = (name: string, mode = 'notify') =>
  `name: ${name}\ndescription: A case.\nmode: ${mode}\nappliesTo: {}\nrules:\n`;
const rule = (id: string, asks = 'atLeast: 14') =>
  `  - id: ${id}\n    severity: high\n    setting: Policies.PasswordPolicy.MinimumLength\n    ${asks}\n    why: Because.\n`;

const digestOf = (files: { readonly [file: string]: string }): string => {
  const loaded = compilePolicies(Object.entries(files).map(([file, text]) => ({ file, text })));
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
  return loaded.policies.digest;
};

describe('digest', () => {
  const digest = digestOf({
    'a.yaml': header('a') + rule('one') + rule('two'),
    'b.yaml': header('b') + rule('three'),
  });

  it('is sha256: and 64 hexadecimal digits', () => {
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('is of JSON with its members and its lists in order, without places', () => {
    const policies = ['b', 'a'].map((name) => aPolicy({ name, description: name, rules: [] }));
    const sorted = ['a', 'b'].map((name) => ({ appliesTo: {}, description: name, name, rules: [] }));
    const text = JSON.stringify({ exemptions: [], policies: sorted });

    expect(digestOfSet({ policies, exemptions: [] })).toBe(
      `sha256:${createHash('sha256').update(text).digest('hex')}`,
    );
  });

  it('stays where rules, members or files move, or comments are added', () => {
    const moved = rule('three')
      .replace('    severity: high\n', '')
      .replace('    why', '    severity: high\n    why');

    expect(
      digestOf({
        'y.yaml': `# moved\n${header('b')}${moved}`,
        'z.yaml': header('a') + rule('two') + rule('one'),
      }),
    ).toBe(digest);
  });

  it('is the same for three rules and three policies in any order', () => {
    const rules = [rule('one'), rule('two', 'atLeast: 15'), rule('three', 'atLeast: 16')];
    const [first, second, third] = rules;
    const orders = [rules, rules.toReversed(), [second, third, first], [second, first, third]];
    const digestsOf = (files: (order: readonly unknown[]) => { readonly [file: string]: string }) =>
      new Set(orders.map((order) => digestOf(files(order))));

    expect(digestsOf((order) => ({ 'a.yaml': header('a') + order.join('') })).size).toBe(1);
    expect(
      digestsOf((order) =>
        Object.fromEntries(
          order.map((each, index) => [
            `${index}.yaml`,
            `${header(`p${rules.indexOf(String(each))}`)}${each}`,
          ]),
        ),
      ).size,
    ).toBe(1);
  });

  it.each([
    [
      'another operand',
      {
        'a.yaml': header('a') + rule('one', 'atLeast: 15') + rule('two'),
        'b.yaml': header('b') + rule('three'),
      },
    ],
    [
      'another mode',
      { 'a.yaml': header('a', 'off') + rule('one') + rule('two'), 'b.yaml': header('b') + rule('three') },
    ],
    [
      'a rule in another policy',
      { 'a.yaml': header('a') + rule('one'), 'b.yaml': header('b') + rule('three') + rule('two') },
    ],
    ['a rule less', { 'a.yaml': header('a') + rule('one'), 'b.yaml': header('b') + rule('three') }],
  ])('changes with %s', (_, files) => {
    expect(digestOf(files)).not.toBe(digest);
  });
});

import { describe, expect, it } from 'vitest';
import { compilePolicies, type PolicyText } from '../../../src/policy/loader/compile-policies.ts';

const pool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';
const otherPool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf456';

const aRuleWith = (members: object = {}): object => ({
  id: 'length',
  severity: 'high',
  setting: 'Policies.PasswordPolicy.MinimumLength',
  atLeast: 14,
  why: 'Because.',
  ...members,
});

const aFileWith = (members: object = {}): object => ({
  name: 'a-policy',
  description: 'A case.',
  mode: 'notify',
  appliesTo: {},
  rules: [aRuleWith()],
  ...members,
});

const anExemption = (members: object = {}): object => ({
  pools: [pool],
  rules: ['length'],
  reason: 'A case.',
  approver: 'security@example.com',
  ticket: 'SEC-1',
  granted: '2026-11-01',
  expires: '2026-11-30',
  ...members,
});

// JSON is YAML.
const text = (file: string, content: object): PolicyText => ({
  file,
  text: JSON.stringify(content, null, 1),
});
const withExemptions = (...exemptions: readonly object[]): PolicyText =>
  text('exemptions.yaml', { exemptions });

const mistakesOf = (...files: readonly PolicyText[]): string[] => {
  const loaded = compilePolicies(files);
  return loaded.kind === 'mistakes' ? loaded.mistakes.map(({ file, message }) => `${file}: ${message}`) : [];
};

describe('compilePolicies', () => {
  it('keeps all that a policy says, and has no member for what it doesn’t say', () => {
    const everything = {
      name: 'everything',
      owner: 'security@example.com',
      exemptionsUrl: 'https://example.com/ask',
      mode: 'remediate',
      appliesTo: {
        accounts: ['111122223333'],
        regions: ['eu-west-1'],
        pools: [pool],
        names: ['staff-berlin'],
        tags: { team: 'checkout', stage: ['x', 'y'] },
      },
      rules: [
        aRuleWith({ equals: 14, atLeast: undefined, allowWeakening: 'SEC-1', controls: ['FSBP Cognito.3'] }),
        aRuleWith({
          id: 'mfa',
          setting: 'MfaConfiguration',
          atLeast: 'ON',
          factor: 'SMS_MFA',
          allowLockOut: 'SEC-2',
        }),
        aRuleWith({ id: 'tier', setting: 'UserPoolTier', atLeast: 'PLUS', allowCost: 'SEC-3', mode: 'off' }),
        aRuleWith({
          id: 'sender',
          setting: 'EmailConfiguration.From',
          atLeast: undefined,
          matches: 'example',
          remediateTo: 'a@example.com',
        }),
      ],
    };

    const loaded = compilePolicies([
      text('a.yaml', aFileWith(everything)),
      text('b.yaml', aFileWith({ rules: [aRuleWith({ id: 'short', atLeast: 8 })] })),
    ]);

    const scale = (...values: string[]) => values;
    expect(loaded.kind === 'policies' && loaded.policies.policies).toStrictEqual([
      {
        name: 'everything',
        description: 'A case.',
        owner: 'security@example.com',
        exemptionsUrl: 'https://example.com/ask',
        appliesTo: {
          accounts: ['111122223333'],
          regions: ['eu-west-1'],
          pools: [pool],
          names: [{ glob: 'staff-berlin', pattern: expect.stringContaining('berlin') }],
          tags: { team: ['checkout'], stage: ['x', 'y'] },
        },
        rules: [
          {
            id: 'length',
            setting: 'Policies.PasswordPolicy.MinimumLength',
            constraint: { kind: 'allowed', values: [14] },
            required: '14',
            severity: 'high',
            mode: 'remediate',
            why: 'Because.',
            controls: ['FSBP Cognito.3'],
            allowWeakening: 'SEC-1',
            source: { file: 'a.yaml', line: 27, column: 3 },
          },
          {
            id: 'mfa',
            setting: 'MfaConfiguration',
            constraint: { kind: 'allowed', values: ['ON'], scale: scale('OFF', 'OPTIONAL', 'ON') },
            required: 'ON',
            severity: 'high',
            mode: 'remediate',
            why: 'Because.',
            controls: [],
            terms: { factor: 'SMS_MFA', allowLockOut: 'SEC-2' },
            source: { file: 'a.yaml', line: 38, column: 3 },
          },
          {
            id: 'tier',
            setting: 'UserPoolTier',
            constraint: { kind: 'allowed', values: ['PLUS'], scale: scale('LITE', 'ESSENTIALS', 'PLUS') },
            required: 'PLUS',
            severity: 'high',
            mode: 'off',
            why: 'Because.',
            controls: [],
            terms: { allowCost: 'SEC-3' },
            source: { file: 'a.yaml', line: 47, column: 3 },
          },
          {
            id: 'sender',
            setting: 'EmailConfiguration.From',
            constraint: { kind: 'patterns', sources: ['example'] },
            required: 'text that matches example',
            severity: 'high',
            mode: 'remediate',
            why: 'Because.',
            controls: [],
            remediateTo: 'a@example.com',
            source: { file: 'a.yaml', line: 56, column: 3 },
          },
        ],
        source: { file: 'a.yaml', line: 1, column: 1 },
      },
      {
        name: 'a-policy',
        description: 'A case.',
        appliesTo: {},
        rules: [
          {
            id: 'short',
            setting: 'Policies.PasswordPolicy.MinimumLength',
            constraint: { kind: 'interval', min: 8, max: 99 },
            required: 'at least 8',
            severity: 'high',
            mode: 'notify',
            why: 'Because.',
            controls: [],
            source: { file: 'b.yaml', line: 7, column: 3 },
          },
        ],
        source: { file: 'b.yaml', line: 1, column: 1 },
      },
    ]);
  });

  it('keeps all that an exemption says', () => {
    const loaded = compilePolicies([
      text('a.yaml', aFileWith()),
      withExemptions(anExemption({ rules: ['length'], floor: { atLeast: 8 } })),
    ]);

    expect(loaded.kind === 'policies' && loaded.policies.exemptions).toStrictEqual([
      {
        pools: [pool],
        rules: [
          {
            rule: 'length',
            floor: { constraint: { kind: 'interval', min: 8, max: 99 }, required: 'at least 8' },
          },
        ],
        reason: 'A case.',
        approver: 'security@example.com',
        ticket: 'SEC-1',
        granted: '2026-11-01',
        expires: '2026-11-30',
        source: { file: 'exemptions.yaml', line: 3, column: 3 },
      },
    ]);
  });

  it.each(['my-exemptions.yaml', 'exemptions-yaml', 'exemptions.yaml/a.yaml'])(
    'takes %s for a policy',
    (file) => {
      expect(compilePolicies([text(file, aFileWith())])).toMatchObject({
        kind: 'policies',
        policies: { policies: [{ name: 'a-policy' }], exemptions: [] },
      });
    },
  );

  it('takes exemptions.yaml of a folder for its exemptions', () => {
    const files = [
      text('policies/a.yaml', aFileWith()),
      text('policies/exemptions.yaml', { exemptions: [anExemption()] }),
    ];

    expect(compilePolicies(files)).toMatchObject({
      kind: 'policies',
      policies: { policies: [{ name: 'a-policy' }], exemptions: [{ ticket: 'SEC-1' }] },
    });
  });

  it('tells mistakes in the order of files, lines and columns, those of files that were not read among them', () => {
    const unread = { file: 'b.yaml', line: 1, column: 1, message: 'Not read.' };
    const flow = "{ name: 1, mode: x, rules: [], appliesTo: {}, description: '' }";
    const loaded = compilePolicies(
      [
        { file: 'c.yaml', text: flow },
        { file: 'a.yaml', text: flow.replaceAll(', ', ',\n') },
      ],
      [unread],
    );

    const told = loaded.kind === 'mistakes' ? loaded.mistakes : [];
    expect(told.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'a.yaml:1:9',
      'a.yaml:2:7',
      'a.yaml:3:8',
      'a.yaml:5:14',
      'b.yaml:1:1',
      'c.yaml:1:9',
      'c.yaml:1:18',
      'c.yaml:1:28',
      'c.yaml:1:60',
    ]);
  });

  it('tells warnings in the same order', () => {
    const rules = [aRuleWith(), aRuleWith({ id: 'loose', atLeast: 8 })];
    const escaping = aFileWith({
      name: 'b',
      mode: 'remediate',
      appliesTo: { tags: { a: 'b' }, names: ['a'] },
      rules,
    });

    const loaded = compilePolicies([text('b.yaml', escaping)]);

    expect(loaded.kind === 'policies' && loaded.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('by changing its tags'),
      expect.stringContaining('by renaming it'),
      expect.stringMatching(/^loose never decides: length /),
    ]);
  });

  it('takes a policy and a rule with the same name for different things', () => {
    expect(mistakesOf(text('a.yaml', aFileWith({ name: 'length' })))).toEqual([]);
  });

  it('refuses no rules that contradict each other, or would weaken a pool, where they are only told', () => {
    const told = [
      aRuleWith({ atLeast: 20 }),
      aRuleWith({ id: 'short', atLeast: undefined, equals: 16 }),
      aRuleWith({
        id: 'sender',
        setting: 'UsernameConfiguration.CaseSensitive',
        atLeast: undefined,
        equals: false,
      }),
    ];

    expect(mistakesOf(text('a.yaml', aFileWith({ rules: told })))).toEqual([]);
  });

  it('tells nothing of contradictions of a rule whose name is none', () => {
    const rules = [
      aRuleWith({ id: 7, atLeast: 20 }),
      aRuleWith({ id: 'short', atLeast: undefined, atMost: 16, allowWeakening: 'SEC-1' }),
    ];

    expect(mistakesOf(text('a.yaml', aFileWith({ mode: 'remediate', rules })))).toEqual([
      'a.yaml: id must be text: put 7 in quotes.',
    ]);
  });

  it('says what is empty, and how to write that a structure has no members', () => {
    const nothing = { name: null, mode: null, appliesTo: null, owner: null };

    expect(mistakesOf(text('a.yaml', aFileWith({ ...nothing, rules: [null] })))).toEqual([
      'a.yaml: name is empty.',
      'a.yaml: mode is empty.',
      'a.yaml: appliesTo is empty: write appliesTo: {} for no members.',
      'a.yaml: rules, entry 1, is empty.',
      'a.yaml: owner is empty.',
    ]);
    expect(mistakesOf(text('a.yaml', aFileWith({ rules: null })))).toEqual(['a.yaml: rules is empty.']);
  });

  it('says which key no tag can have', () => {
    const key = 'a'.repeat(129);

    expect(mistakesOf(text('a.yaml', aFileWith({ appliesTo: { tags: { [key]: 'a' } } })))).toEqual([
      `a.yaml: ${key} is no key that a tag can have.`,
    ]);
  });

  it('warns that a pool escapes where one of the rules remediates', () => {
    const rules = [aRuleWith(), aRuleWith({ id: 'other', mode: 'remediate', atLeast: 16 })];
    const loaded = compilePolicies([text('a.yaml', aFileWith({ appliesTo: { names: ['staff-*'] }, rules }))]);

    expect(loaded.kind === 'policies' && loaded.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('out of this policy by renaming it'),
      expect.stringMatching(/^length never decides: other /),
    ]);
  });

  it('warns of no lock-out where a value only looks like one', () => {
    const rules = [
      aRuleWith({ id: 'name', setting: 'PoolName', atLeast: undefined, equals: 'ON' }),
      aRuleWith({
        id: 'verified',
        setting: 'AutoVerifiedAttributes',
        atLeast: undefined,
        excludes: ['email'],
        allowWeakening: 'SEC-1',
      }),
    ];

    expect(compilePolicies([text('a.yaml', aFileWith({ mode: 'remediate', rules }))])).toMatchObject({
      kind: 'policies',
      warnings: [],
    });
  });

  it('refuses a factor for what is off and is not MFA', () => {
    const rule = aRuleWith({
      setting: 'UserPoolAddOns.AdvancedSecurityMode',
      atLeast: 'AUDIT',
      factor: 'SMS_MFA',
    });

    expect(mistakesOf(text('a.yaml', aFileWith({ rules: [rule] })))).toEqual([
      'a.yaml: Only a rule on MfaConfiguration whose remedy turns it on needs a factor: take it away.',
    ]);
  });

  it('looks at floors once the policy of their rule has no mistakes', () => {
    const exemptions = withExemptions(anExemption({ floor: { atLeast: 16 } }));
    const wrong = aRuleWith({ id: 'wrong', atLeast: 5 });

    expect(mistakesOf(text('a.yaml', aFileWith({ rules: [aRuleWith(), wrong] })), exemptions)).toEqual([
      expect.stringMatching(/^a\.yaml: atLeast is 5/),
    ]);
    expect(mistakesOf(text('a.yaml', aFileWith()), exemptions)).toEqual([
      expect.stringMatching(/^exemptions\.yaml: A floor is looser than its rule/),
    ]);
  });

  it('takes the name of a policy for no rule that could be exempted', () => {
    expect(
      mistakesOf(text('a.yaml', aFileWith()), withExemptions(anExemption({ rules: ['a-policy'] }))),
    ).toEqual(['exemptions.yaml: No policy has a rule "a-policy".']);
  });

  it('tells nothing of exemptions from a rule that has mistakes of its own', () => {
    const files = [
      text('a.yaml', aFileWith({ rules: [aRuleWith({ atLeast: 5 })] })),
      withExemptions(anExemption()),
    ];

    expect(mistakesOf(...files)).toEqual([expect.stringMatching(/^a\.yaml: atLeast is 5, but 6 /)]);
  });

  it('tells once that an exempted rule has no name', () => {
    expect(mistakesOf(text('a.yaml', aFileWith()), withExemptions(anExemption({ rules: [7, ''] })))).toEqual([
      'exemptions.yaml: rules, entry 1, must be text: put 7 in quotes.',
      'exemptions.yaml: rules, entry 2, must not be empty.',
      'exemptions.yaml: rules, entry 2, must be lower-case letters and digits, words joined by hyphens.',
    ]);
  });

  it('tells once that an exemption, its rules or its floor are of the wrong type', () => {
    const policy = text('a.yaml', aFileWith());

    expect(mistakesOf(policy, withExemptions(['length']))).toEqual([
      'exemptions.yaml: exemptions, entry 1, must be a map.',
    ]);
    expect(mistakesOf(policy, withExemptions(anExemption({ rules: 'length' })))).toEqual([
      'exemptions.yaml: rules must be a list.',
    ]);
    expect(mistakesOf(policy, withExemptions(anExemption({ floor: 8 })))).toEqual([
      'exemptions.yaml: floor must be a map.',
    ]);
    expect(mistakesOf(policy, text('exemptions.yaml', { exemptions: {} }))).toEqual([
      'exemptions.yaml: exemptions must be a list.',
    ]);
    expect(mistakesOf(policy, text('exemptions.yaml', []))).toEqual([
      'exemptions.yaml: This file must be a map.',
    ]);
  });

  it('tells only the form of a day that is none', () => {
    expect(
      mistakesOf(
        text('a.yaml', aFileWith()),
        withExemptions(anExemption({ granted: 7, expires: '2026-02-30' })),
      ),
    ).toEqual([
      'exemptions.yaml: granted must be text: put 7 in quotes.',
      'exemptions.yaml: expires must be a day such as 2027-01-31.',
    ]);
  });

  it('tells only the type of an end that is no text', () => {
    expect(mistakesOf(text('a.yaml', aFileWith()), withExemptions(anExemption({ expires: 7 })))).toEqual([
      'exemptions.yaml: expires must be text: put 7 in quotes.',
    ]);
  });

  it('takes an exemption of one day and one of ninety', () => {
    const files = [
      text('a.yaml', aFileWith()),
      withExemptions(
        anExemption({ granted: '2026-11-01', expires: '2026-11-01' }),
        anExemption({ granted: '2026-11-02', expires: '2027-01-31' }),
      ),
    ];

    expect(mistakesOf(...files)).toEqual([]);
  });

  it('lets exemptions of different pools or different rules count on the same days', () => {
    const rules = [aRuleWith(), aRuleWith({ id: 'other', atLeast: 12, severity: 'critical' })];
    const files = [
      text('a.yaml', aFileWith({ rules })),
      withExemptions(anExemption(), anExemption({ pools: [otherPool] }), anExemption({ rules: ['other'] })),
    ];

    expect(mistakesOf(...files)).toEqual([]);
  });

  it('lets exemptions follow each other, whichever stands first', () => {
    const november = anExemption();
    const december = anExemption({ granted: '2026-12-01', expires: '2026-12-31' });

    expect(mistakesOf(text('a.yaml', aFileWith()), withExemptions(november, december))).toEqual([]);
    expect(mistakesOf(text('a.yaml', aFileWith()), withExemptions(december, november))).toEqual([]);
  });

  it('tells two exemptions with one of several rules in common', () => {
    const rules = [aRuleWith(), aRuleWith({ id: 'other', atLeast: 12, severity: 'critical' })];
    const policy = text('a.yaml', aFileWith({ rules }));
    const [one, both] = [anExemption(), anExemption({ rules: ['other', 'length'] })];

    expect(mistakesOf(policy, withExemptions(one, both))).toHaveLength(1);
    expect(mistakesOf(policy, withExemptions(both, one))).toHaveLength(1);
  });

  it('tells two exemptions that count on a day in common, whichever stands first', () => {
    const earlier = anExemption({ granted: '2026-11-01', expires: '2026-11-30' });
    const later = anExemption({ pools: [otherPool, pool], granted: '2026-11-30', expires: '2026-12-10' });
    const message =
      'exemptions.yaml: For one of these pools and rules there is an exemption on some of these days already, at exemptions.yaml:3.';

    expect(mistakesOf(text('a.yaml', aFileWith()), withExemptions(earlier, later))).toEqual([message]);
    expect(mistakesOf(text('a.yaml', aFileWith()), withExemptions(later, earlier))).toEqual([message]);
  });

  it('refuses a floor by which a remedy would weaken a pool, unless it is only told or a ticket permits it', () => {
    const floor = { oneOf: [90, 97, 98, 99] };
    const under = (rule: object) =>
      mistakesOf(
        text('a.yaml', aFileWith({ mode: 'remediate', rules: [rule] })),
        withExemptions(anExemption({ floor })),
      );

    expect(under(aRuleWith({ atLeast: 97 }))).toEqual([
      'exemptions.yaml: This rule can make a pool less safe: a pool with 91 would be lowered to 90; use atLeast: 90, or give allowWeakening: a ticket.',
    ]);
    expect(under(aRuleWith({ atLeast: 97, mode: 'notify' }))).toEqual([]);
    expect(under(aRuleWith({ atLeast: undefined, equals: 97, allowWeakening: 'SEC-1' }))).toEqual([]);
  });
});

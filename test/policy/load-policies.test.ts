import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadPolicies } from '../../src/policy/load-policies.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const cases = await readdir(fixtures);

/** A folder that is gone after the test, with these files in it. */
const aFolder = async (files: { readonly [name: string]: string }): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'policies-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
};

const mistakesIn = async (folder: string): Promise<string[]> => {
  const loaded = await loadPolicies(folder);
  if (loaded.kind === 'policies') return [];
  const from = relative('', folder);
  return loaded.mistakes.map(({ file, line, column, message, isFolder }) => {
    if (isFolder) return message.replaceAll(from, 'FOLDER');
    const name = file === from ? '.' : relative(from, file);
    return `${name}:${line}:${column}: ${message.replaceAll(`${from}/`, '')}`;
  });
};

const aPolicyFile = (rules: string): string =>
  `name: a-policy\ndescription: A case.\nmode: remediate\nappliesTo: {}\nrules:\n${rules}`;

const numbered = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

const length = 'Policies.PasswordPolicy.MinimumLength';
const allowedTrigger = 'arn:aws:lambda:eu-west-1:111122223333:function:checkout';

const aRuleText = `  - id: length
    severity: high
    setting: Policies.PasswordPolicy.MinimumLength
    atLeast: 14
    why: Because.
`;

describe('loadPolicies', () => {
  it.each(cases)('reports every mistake of: %s', async (name) => {
    const expected = await readFile(join(fixtures, name, 'expected.txt'), 'utf8');

    const mistakes = await mistakesIn(join(fixtures, name));

    expect(mistakes.map((line) => `${line}\n`).join('')).toBe(expected);
    expect(mistakes.length).toBeGreaterThan(0);
  });

  it('names files from the current folder on', async () => {
    const loaded = await loadPolicies(join(fixtures, 'five-mistakes-in-one-file'));

    expect(loaded.kind === 'mistakes' && loaded.mistakes.map(({ file }) => file)).toEqual(
      Array(5).fill('test/policy/fixtures/five-mistakes-in-one-file/policy.yaml'),
    );
  });

  it('reports a folder that is not there', async () => {
    expect(await mistakesIn(join(fixtures, 'no-such-folder'))).toEqual(['There is no folder FOLDER.']);
  });

  it('reports a file in the place of the folder', async () => {
    const folder = await aFolder({ 'policy.yaml': aPolicyFile(aRuleText) });

    expect(await mistakesIn(join(folder, 'policy.yaml'))).toEqual([
      'FOLDER is no folder: name the one that the policy files are in.',
    ]);
  });

  it('does not follow a symbolic link', async () => {
    const folder = await aFolder({ 'a.yaml': aPolicyFile(aRuleText) });
    await symlink(join(folder, 'a.yaml'), join(folder, 'b.yaml'));

    expect(await mistakesIn(folder)).toEqual([
      'b.yaml:1:1: This is a symbolic link: what is enforced must stand in this folder.',
    ]);
  });

  it('does not wait for a pipe', async () => {
    const folder = await aFolder({ 'a.yaml': aPolicyFile(aRuleText) });
    execFileSync('mkfifo', [join(folder, 'b.yaml')]);

    expect(await mistakesIn(folder)).toEqual(["b.yaml:1:1: This isn't a file."]);
  });

  it('reads no file of more than 262,144 bytes', async () => {
    const folder = await aFolder({ 'a.yaml': aPolicyFile(aRuleText).padEnd(262_145, '\n') });

    expect(await mistakesIn(folder)).toEqual([
      'a.yaml:1:1: This file has 262145 bytes; a policy file has at most 262144.',
    ]);
  });

  it('reads a file of 262,144 bytes', async () => {
    const folder = await aFolder({ 'a.yaml': aPolicyFile(aRuleText).padEnd(262_144, '#') });

    expect(await mistakesIn(folder)).toEqual([]);
  });

  it('leaves files with other endings alone', async () => {
    const folder = await aFolder({ 'a.yaml': aPolicyFile(aRuleText), 'a.yaml.orig': '[', 'readme.md': '[' });

    expect(await mistakesIn(folder)).toEqual([]);
  });

  it('throws where the file system fails otherwise than by a missing folder', async () => {
    await expect(loadPolicies('a'.repeat(300))).rejects.toThrow('ENAMETOOLONG');
  });

  it('reports nesting that is too deep to be read', async () => {
    const folder = await aFolder({
      'a.yaml': '['.repeat(5_000),
      'b.yaml': '- '.repeat(20_000),
      'c.yaml': `rules: ${'['.repeat(200)}${']'.repeat(200)}`,
    });

    expect(await mistakesIn(folder)).toEqual(
      ['a', 'b', 'c'].map((name): unknown =>
        expect.stringMatching(
          new RegExp(`^${name}\\.yaml:1:\\d+: This file is nested too deeply to be read\\.$`),
        ),
      ),
    );
  });

  it.each<[string, number, string]>([
    ['names that mean nothing', 20_005, numbered(20_000, (index) => `n${index}: 1\n`)],
    ['one name again and again', 20_004, numbered(20_000, () => 'name: 1\n')],
    ['rules of nothing', 30_000, aPolicyFile(numbered(10_000, (index) => `  - {id: a${index}}\n`))],
    [
      'rules on one map',
      0,
      aPolicyFile(
        numbered(
          1000,
          (index) =>
            `  - {id: a${index}, severity: low, why: w, setting: UserPoolTags, includes: {k${index}: v}}\n`,
        ),
      ),
    ],
  ])('reads a file of many parts before anybody stops waiting: %s', async (_, mistakes, text) => {
    expect(await mistakesIn(await aFolder({ 'a.yaml': text }))).toHaveLength(mistakes);
  });

  it('takes a member called __proto__ for an unknown one', async () => {
    const folder = await aFolder({ 'a.yaml': `__proto__: { polluted: true }\n${aPolicyFile(aRuleText)}` });

    expect(await mistakesIn(folder)).toEqual([
      'a.yaml:1:1: "__proto__" isn\'t a member of the file, which takes name, description, owner, exemptionsUrl, mode, appliesTo, rules.',
    ]);
  });

  it('reads a file that begins with a byte order mark or has Windows line ends', async () => {
    const folder = await aFolder({ 'a.yaml': `\uFEFF${aPolicyFile(aRuleText)}`.replaceAll('\n', '\r\n') });

    const loaded = await loadPolicies(folder);

    expect(loaded.kind === 'policies' && loaded.policies.policies[0]?.rules[0]?.source.line).toBe(6);
  });

  it('gives rules their policy’s mode, and their own where they have one', async () => {
    const folder = await aFolder({
      'a.yaml': aPolicyFile(`${aRuleText}${aRuleText.replace('id: length', 'id: told\n    mode: notify')}`),
    });

    const loaded = await loadPolicies(folder);

    expect(loaded.kind === 'policies' && loaded.policies.policies[0]?.rules.map(({ mode }) => mode)).toEqual([
      'remediate',
      'notify',
    ]);
  });

  it('loads a remedy that weakens where a ticket permits it', async () => {
    const folder = await aFolder({
      'a.yaml': aPolicyFile(aRuleText.replace('atLeast: 14', 'equals: 14\n    allowWeakening: SEC-1')),
    });

    const loaded = await loadPolicies(folder);

    expect(loaded.kind === 'policies' && loaded.policies.policies[0]?.rules).toMatchObject([
      { constraint: { kind: 'allowed', values: [14] }, allowWeakening: 'SEC-1' },
    ]);
  });

  it.each([
    [
      'MfaConfiguration',
      'atLeast: "ON"',
      'A remedy of this rule can lock users out, from OFF to ON: without allowLockOut: a ticket, Lifeguard refuses it.',
    ],
    [
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
      'excludes: [SMS_OTP]',
      'A remedy of this rule can lock users out, from PASSWORD, SMS_OTP to PASSWORD: without allowLockOut: a ticket, Lifeguard refuses it.',
    ],
    [
      'UserPoolTier',
      'atLeast: PLUS',
      'A remedy of this rule can raise what every active user costs, from LITE to PLUS: without allowCost: a ticket, Lifeguard refuses it.',
    ],
    [
      'LambdaConfig.PreSignUp',
      'absent: true',
      "A wrong value of LambdaConfig.PreSignUp can hand a pool to somebody: Lifeguard refuses to write it unless the deployment's remediateSensitive names it.",
    ],
  ])('warns that a remedy of %s, %s, would be refused', async (setting, asks, message) => {
    const rule = aRuleText.replace(length, setting).replace('atLeast: 14', asks);
    const warningsOf = async (text: string) => {
      const loaded = await loadPolicies(await aFolder({ 'a.yaml': text }));
      return loaded.kind === 'policies' ? loaded.warnings : loaded.mistakes;
    };

    expect(await warningsOf(aPolicyFile(rule))).toMatchObject([{ line: 8, column: 14, message }]);
    expect(await warningsOf(aPolicyFile(rule).replace('mode: remediate', 'mode: notify'))).toEqual([]);
  });

  it('keeps the terms of a remedy with the rule', async () => {
    const asks = 'atLeast: "ON"\n    factor: SOFTWARE_TOKEN_MFA\n    allowLockOut: SEC-2';
    const rule = aRuleText.replace(length, 'MfaConfiguration').replace('atLeast: 14', asks);

    const loaded = await loadPolicies(await aFolder({ 'a.yaml': aPolicyFile(rule) }));

    expect(loaded).toMatchObject({
      kind: 'policies',
      warnings: [],
      policies: {
        policies: [{ rules: [{ terms: { factor: 'SOFTWARE_TOKEN_MFA', allowLockOut: 'SEC-2' } }] }],
      },
    });
  });

  it('takes null as the remedy that takes a setting away', async () => {
    const asks = `oneOf: [null, ${allowedTrigger}]\n    remediateTo: null`;
    const rule = aRuleText.replace(length, 'LambdaConfig.PreSignUp').replace('atLeast: 14', asks);

    const loaded = await loadPolicies(await aFolder({ 'a.yaml': aPolicyFile(rule) }));

    expect(loaded).toMatchObject({
      kind: 'policies',
      policies: {
        policies: [
          { rules: [{ constraint: { kind: 'allowed', values: [null, allowedTrigger] }, remediateTo: null }] },
        ],
      },
    });
  });

  it.each([
    ['names: [staff-*]', 'renaming it'],
    ['tags: { team: staff }', 'changing its tags'],
  ])('warns that a pool escapes %s by %s', async (scope, how) => {
    const policy = aPolicyFile(aRuleText).replace('appliesTo: {}', `appliesTo: { ${scope} }`);
    const remediating = await loadPolicies(await aFolder({ 'a.yaml': policy }));
    const telling = await loadPolicies(await aFolder({ 'a.yaml': policy.replace('remediate', 'notify') }));

    expect(remediating.kind === 'policies' && remediating.warnings).toMatchObject([
      { line: 4, column: 14, message: expect.stringContaining(`out of this policy by ${how}`) },
    ]);
    expect(telling.kind === 'policies' && telling.warnings).toEqual([]);
  });

  it('loads an exemption with the floor of its rule', async () => {
    const folder = await aFolder({
      'a.yaml': aPolicyFile(aRuleText),
      'exemptions.yaml': `exemptions:
  - pools: ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123"]
    rules: [length]
    floor: { atLeast: 10 }
    reason: The old application.
    approver: security@example.com
    ticket: SEC-7
    granted: 2026-11-01
    expires: 2027-01-30
`,
    });

    const loaded = await loadPolicies(folder);

    expect(loaded.kind === 'policies' && loaded.policies.exemptions).toMatchObject([
      {
        rules: [
          {
            rule: 'length',
            floor: { constraint: { kind: 'interval', min: 10, max: 99 }, required: 'at least 10' },
          },
        ],
        expires: '2027-01-30',
        source: { line: 2, column: 5 },
      },
    ]);
  });

  it('takes a folder with exemptions alone for one without policies', async () => {
    const folder = await aFolder({ 'exemptions.yaml': 'exemptions: []\n' });

    expect(await mistakesIn(folder)).toEqual(['The folder FOLDER has no policy file (*.yaml).']);
  });

  it('is plain JSON', async () => {
    const loaded = await loadPolicies('policies');

    expect(JSON.parse(JSON.stringify(loaded))).toStrictEqual(loaded);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../src/cli/declared-files/check-declared.ts';
import type { DeclaredFile } from '../../src/declared/declared-pool.ts';
import { readTemplate } from '../../src/declared/template/read-template.ts';
import { policiesAsking } from '../support/policies-asking.ts';

const read = (text: string): DeclaredFile => readTemplate(text, 'template.yaml');

const messagesOf = (file: DeclaredFile): string[] =>
  (file.kind === 'mistakes' ? file.mistakes : file.notes).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

const policies = policiesAsking({
  'Policies.PasswordPolicy.MinimumLength': { asks: { atLeast: 14 } },
  UserPoolTags: { asks: { present: true } },
});

const verdictsIn = (file: DeclaredFile): string[] =>
  file.kind === 'mistakes'
    ? []
    : file.pools.flatMap((pool) =>
        verdictsOf(pool, { policies, today: '2026-11-26' }).map(
          ({ status, setting }) => `${status} ${setting}`,
        ),
      );

const pool = (properties: string): string =>
  `Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: ${properties}\n`;

describe('a file that is no template', () => {
  it.each([
    ['nothing at all', '', '1:1 A template is a map, with Resources in it.'],
    ['a list', '- 1', '1:1 A template is a map, with Resources in it.'],
    ['text', 'hello', '1:1 A template is a map, with Resources in it.'],
    ['null bytes', 'a: \0', "1:1 This file isn't text."],
    [
      'a map of something else',
      'name: x',
      '1:1 No Resources are in this file: it is no template of CloudFormation, SAM, Serverless or the CDK (cdk.out/*.template.json).',
    ],
    [
      'Resources that are a list',
      'Resources:\n  - a',
      '2:3 Resources must be a map: logical ids, and a resource under each.',
    ],
    [
      'two documents',
      'Resources: {}\n---\nResources: {}',
      '2:1 A template is one document; this file holds several (after ---).',
    ],
    [
      'a type that is nearly a pool',
      'Resources:\n  A:\n    Type: AWS::Cognito::Userpool',
      '3:11 AWS::Cognito::Userpool is no type that CloudFormation documents; did you mean AWS::Cognito::UserPool?',
    ],
  ])('is refused with its place: %s', (_, text, message) => {
    const file = read(text);

    expect(file.kind).toBe('mistakes');
    expect(messagesOf(file)).toEqual([message]);
  });

  it('is refused with every name that stands twice', () => {
    const file = read('Resources: {}\na: 1\na: 2\nb: {c: 1, c: 2}\nResources: {}');

    expect(messagesOf(file)).toEqual([
      '3:1 a stands twice in the same map; only one can count.',
      '5:1 Resources stands twice in the same map; only one can count.',
      '4:11 c stands twice in the same map; only one can count.',
    ]);
  });
});

describe('a template made to do harm', () => {
  it.each([
    ['flow lists', '['.repeat(50_000)],
    ['lists', '- '.repeat(20_000)],
    ['maps in JSON', `{"a":`.repeat(20_000)],
    ['maps', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('can be nested without end: %s', (_, text) => {
    expect(read(text).kind).toBe('mistakes');
  });

  it('can nest a pool without end, and then the pool is not known', () => {
    const file = read(pool(`{Policies: ${'{a: '.repeat(200)}1${'}'.repeat(200)}}`));

    expect(verdictsIn(file)).toContain('violation Policies.PasswordPolicy.MinimumLength');
  });

  it('can hold aliases that multiply, and is refused', () => {
    const bomb = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    ).join('\n');

    const file = read(`${bomb}\n${pool('{UserPoolTags: *a29}')}`);

    expect(messagesOf(file)).toEqual(['1:1 This file unfolds into more than any template holds.']);
  });

  it('can declare more pools than a template has resources, and is refused', () => {
    const pools = (count: number): string =>
      Array.from({ length: count }, (_, index) => `  P${index}: {Type: AWS::Cognito::UserPool}\n`).join('');

    expect(read(`Resources:\n${pools(500)}`).kind).toBe('pools');
    expect(messagesOf(read(`Resources:\n${pools(501)}`))).toEqual([
      '1:1 This file declares 501 user pools, and a template has at most 500 resources.',
    ]);
  });

  it('can hold an alias of what is around it', () => {
    expect(read(`x: &x {<<: *x}\n${pool('*x')}`).kind).toBe('mistakes');
    expect(() => read(`x: &x [*x]\n${pool('{UserPoolTags: *x}')}`)).not.toThrow();
  });

  it.each([
    ['commas', `{${'a,'.repeat(300_000)}}`],
    ['items', `Resources:\n${'- - - - - a\n'.repeat(60_000)}`],
    ['aliases', `a: &a x\nb: [${'*a,'.repeat(150_000)}]`],
  ])('can have more parts than a template has: %s', (_, text) => {
    expect(messagesOf(read(text))).toEqual(['1:1 This file unfolds into more than any template holds.']);
  });

  const texts = (count: number) => 'x'.repeat(count);
  const named = (name: unknown, parameters: object = {}): string =>
    JSON.stringify({
      Parameters: parameters,
      Resources: { Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: name } } },
    });

  it.each([
    ['text of text', { 'Fn::Sub': ['$\u007BA}'.repeat(100), { A: texts(500_000) }] }, {}],
    ['text of joined text', { 'Fn::Join': [texts(500_000), Array(100).fill('a')] }, {}],
    ['lists of text', { 'Fn::Select': [0, { 'Fn::Split': ['', texts(400_000)] }] }, {}],
    [
      'lists of parameters',
      Array(10).fill({ Ref: 'P' }),
      { P: { Type: 'CommaDelimitedList', Default: ','.repeat(50_000) } },
    ],
  ])('can have functions multiply what is in it, and is refused: %s', (_, name, parameters) => {
    expect(messagesOf(read(named(name, parameters)))).toEqual([
      '1:1 This file unfolds into more than any template holds.',
    ]);
  });

  it('can begin a variable of Fn::Sub again and again, and is read in a moment', () => {
    const file = read(named({ 'Fn::Sub': '$\u007B'.repeat(200_000) }));

    expect(file.kind).toBe('pools');
  });

  it('can have very many names, and is read in a moment', () => {
    const names = Array.from({ length: 15_000 }, (_, number) => `  n${number}: {Type: A}`).join('\n');

    expect(read(`Resources:\n${names}\n`)).toMatchObject({ kind: 'pools', pools: [] });
  });

  it('can use names of prototypes as its own', () => {
    const file = read(
      `${pool('{UserPoolTags: {__proto__: a, constructor: b}, __proto__: {Policies: 1}}')}  __proto__:\n    Type: AWS::Cognito::UserPool\n`,
    );

    expect(file).toMatchObject({ kind: 'pools', pools: [{ id: 'Pool' }, { id: '__proto__' }] });
    expect(verdictsIn(file)).toEqual([
      'violation Policies.PasswordPolicy.MinimumLength',
      'compliant UserPoolTags',
      'violation Policies.PasswordPolicy.MinimumLength',
      'undetermined UserPoolTags',
    ]);
    expect(read(pool('{Policies: !Ref toString}')).kind).toBe('pools');
  });

  it('can ask for more conditions than anybody can follow, and then nothing is known', () => {
    const names = Array.from({ length: 12 }, (_, number) => `  C${number}: !Equals [a, b]`).join('\n');
    const tags = Array.from({ length: 12 }, (_, number) => `t${number}: !If [C${number}, a, b]`).join(', ');

    const file = read(`Conditions:\n${names}\n${pool(`{UserPoolTags: {${tags}}}`)}`);

    expect(verdictsIn(file)).toContain('undetermined UserPoolTags');
  });

  it.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['lines that end as on Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('can begin or end its lines in another way: %s', (_, change) => {
    const text = pool('\n      Policies:\n        PasswordPolicy:\n          MinimumLength: 8');

    const file = read(change(text));
    const [verdict] =
      file.kind === 'pools' && file.pools[0]
        ? verdictsOf(file.pools[0], { policies, today: '2026-11-26' })
        : [];

    expect(verdict).toMatchObject({ status: 'violation', subject: { place: { line: 7, column: 26 } } });
  });

  it('never makes the reader throw, whatever it is', () => {
    const words = fc.constantFrom(
      ...[
        'Resources:',
        '\n',
        '  ',
        'Pool:',
        'Type: AWS::Cognito::UserPool',
        'Properties:',
        '!Ref ',
        '!If ',
        '!Sub ',
      ],
      ...[
        'Fn::If:',
        '[',
        ']',
        '{',
        '}',
        ',',
        '- ',
        '*a',
        '&a ',
        '<<: ',
        '$\u007Bx}',
        '"',
        "'",
        'Policies:',
        ': ',
        '__proto__',
      ],
      ...[
        'Fn::FindInMap:',
        'Fn::ForEach::X:',
        '!!binary ',
        'null',
        '? ',
        '|',
        '#',
        'Parameters:',
        'Default: 1',
      ],
    );
    const soup = fc.array(
      fc.oneof(words, fc.string({ maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 3 })),
      {
        maxLength: 60,
      },
    );

    fc.assert(
      fc.property(soup, (parts) => {
        const file = read(parts.join(''));
        verdictsIn(file);
        expect(['pools', 'mistakes']).toContain(file.kind);
      }),
    );
  });

  it('never makes the reader throw, whatever its properties are', () => {
    const call = (inner: fc.Arbitrary<unknown>) =>
      fc
        .record({
          name: fc.constantFrom(
            'Ref',
            ...['If', 'Sub', 'Join', 'Select', 'Split', 'FindInMap', 'GetAtt'].map((each) => `Fn::${each}`),
          ),
          inner,
        })
        .map(({ name, inner: argument }) => ({ [name]: argument }));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.oneof(
          fc.string(),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
          fc.constantFrom('C', 'P', 'M', 'k'),
        ),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom('Policies', 'PasswordPolicy', 'MinimumLength', 'UserPoolTags', '__proto__'),
          tie('value'),
          { maxKeys: 3 },
        ),
        call(tie('value')),
      ),
    }));

    fc.assert(
      fc.property(value, value, value, (properties, mapping, parameter) => {
        const text = JSON.stringify({
          Parameters: { P: parameter },
          Mappings: { M: mapping },
          Conditions: { C: true },
          Resources: { Pool: { Type: 'AWS::Cognito::UserPool', Properties: properties } },
        });

        const file = read(text);

        expect(file.kind).toBe('pools');
        verdictsIn(file);
      }),
    );
  });
});

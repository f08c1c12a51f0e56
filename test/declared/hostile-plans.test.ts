import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../src/cli/declared-files/check-declared.ts';
import type { DeclaredFile } from '../../src/declared/declared-pool.ts';
import { placesInJson } from '../../src/declared/terraform/places-in-json.ts';
import { readTerraformPlan } from '../../src/declared/terraform/read-terraform-plan.ts';
import { policiesAsking } from '../support/policies-asking.ts';

const read = (text: string): DeclaredFile => readTerraformPlan(text, 'plan.json');

const policies = policiesAsking({ 'Policies.PasswordPolicy.MinimumLength': { asks: { atLeast: 14 } } });

const judged = (file: DeclaredFile): string[] =>
  file.kind === 'mistakes'
    ? file.mistakes.map(({ message }) => message)
    : file.pools
        .flatMap((pool) => verdictsOf(pool, { policies, today: '2026-11-26' }))
        .map(({ status }) => status);

const planOf = (change: unknown, configuration?: unknown): string =>
  JSON.stringify({
    format_version: '1.2',
    resource_changes: [
      {
        address: 'aws_cognito_user_pool.a',
        mode: 'managed',
        type: 'aws_cognito_user_pool',
        name: 'a',
        change,
      },
    ],
    ...(configuration !== undefined && { configuration }),
  });

describe('a file that is no plan', () => {
  it.each([
    ['a plan that nobody showed', 'PK\u0003\u0004', /plan itself/],
    ['a log', '{"@level":"info"}\n{"@level":"info"}', /log of terraform plan -json/],
    ['no JSON', '{', /isn't JSON/],
    ['a list', '[]', /no format_version/],
    ['a state', '{"format_version":"1.0","values":{}}', /a state and no plan/],
    [
      'something else of Terraform',
      '{"format_version":"1.0"}',
      /neither resource_changes nor planned_values/,
    ],
    ['changes that are no list', '{"format_version":"1.0","resource_changes":{}}', /is a list/],
    ['a change without actions', planOf({}), /no address, change or actions/],
    ['a change to nothing', planOf({ actions: ['create'], after: null }), /must be an object/],
  ])('is refused with what to do: %s', (_, text, message) => {
    const file = read(text);

    expect(file.kind).toBe('mistakes');
    expect(judged(file)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a plan made to do harm', () => {
  it('can be nested without end', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = planOf({ actions: ['create'], after: { password_policy: 'DEEP' } }).replace('"DEEP"', deep);

    expect(judged(read(text))).toEqual(['This file is nested too deeply to be read.']);
  });

  it('can nest a value as deep as is read, and then the value is not known', () => {
    const deep = `${'['.repeat(900)}${']'.repeat(900)}`;
    const text = planOf({ actions: ['create'], after: { password_policy: 'DEEP' } }).replace('"DEEP"', deep);

    expect(judged(read(text))).toEqual(['undetermined']);
  });

  it.each([
    ['items without end', `[${'1,'.repeat(1_200_000)}1]`],
    [
      'a name that stands in the pointer of many values',
      JSON.stringify({ ['x'.repeat(100_000)]: Array(2_000).fill(1) }),
    ],
  ])('can have more in it than is said of pools, and is refused: %s', (_, tags) => {
    const text = planOf({ actions: ['create'], after: { tags: 'TAGS' } }).replace('"TAGS"', tags);

    expect(judged(read(text))).toEqual([
      'The user pools of this plan hold more than any plan says of pools.',
    ]);
  });

  it('can change more pools than there can be, and is refused', () => {
    const { resource_changes: changes, ...plan } = JSON.parse(planOf({ actions: ['create'], after: {} }));
    const text = JSON.stringify({ ...plan, resource_changes: Array(10_001).fill(changes[0]) });

    expect(judged(read(text))).toEqual([
      'The user pools of this plan hold more than any plan says of pools.',
    ]);
  });

  it('can use names of prototypes as its own', () => {
    const text = planOf({ actions: ['create'], after: { a: 1 } }, { root_module: { module_calls: {} } })
      .replace('"a":1', '"__proto__":{"password_policy":[{"minimum_length":20}]},"constructor":1')
      .replace('"name":"a"', '"name":"a","module_address":"module.__proto__.module.constructor"');

    expect(judged(read(text))).toEqual(['violation']);
  });

  it('never makes the reader throw, whatever its changes are', () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom('password_policy', 'minimum_length', 'tags', 'arn', 'region', '__proto__'),
          tie('value'),
          { maxKeys: 3 },
        ),
      ),
    })).value;
    const actions = fc.constantFrom(['create'], ['update'], ['delete', 'create'], ['no-op'], ['delete'], []);

    fc.assert(
      fc.property(
        actions,
        value,
        value,
        value,
        value,
        (...[taken, after, unknown, before, configuration]) => {
          const file = read(planOf({ actions: taken, after, after_unknown: unknown, before }, configuration));

          judged(file);
          expect(['pools', 'mistakes']).toContain(file.kind);
        },
      ),
    );
  });
});

describe('placesInJson', () => {
  it('finds each value where it stands, however the text is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, '\t'), (inner, indent) => {
        const text = JSON.stringify({ before: [inner, '"}'], 'a/b~': { c: inner } }, undefined, indent);
        const placeAt = placesInJson(text, 'plan.json', ['/a~1b~0']);
        const { line, column } = placeAt('/a~1b~0/c');

        const at =
          text
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length +
          (line > 1 ? 1 : 0) +
          column -
          1;

        expect(text.slice(at).startsWith(JSON.stringify(inner, undefined, indent).split('\n')[0] ?? '')).toBe(
          true,
        );
        expect(text.slice(0, at)).toMatch(/"c":\s*$/);
      }),
    );
  });

  it('gives the place around what is not there', () => {
    const placeAt = placesInJson('{"a": {"b": 1}}', 'plan.json', ['/a']);

    expect(placeAt('/a/x/y')).toEqual({ file: 'plan.json', line: 1, column: 7, pointer: '/a/x/y' });
  });
});

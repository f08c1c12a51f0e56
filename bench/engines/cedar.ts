import { createRequire } from 'node:module';
import type * as Cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { Json } from '../../src/pool/json.ts';
import { isJsonObject } from '../../src/pool/json.ts';
import { type Condition, conditions } from './conditions.ts';
import type { Engine } from './engine.ts';

// The package's entry for Node is CommonJS that reads its WebAssembly from beside it.
const cedar: typeof Cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');

const brokenWhere = ({ path, test }: Condition): string => {
  const place = ['resource', ...path].join('.');
  switch (test.is) {
    case 'at-least':
      return `${place} < ${test.value}`;
    case 'at-most':
      return `${place} > ${test.value}`;
    case 'one-of':
      return `![${test.values.map((value) => JSON.stringify(value)).join(', ')}].contains(${place})`;
    case 'includes':
      return `!${place}.contains(${JSON.stringify(test.value)})`;
    case 'excludes':
      return `${place}.contains(${JSON.stringify(test.value)})`;
    case 'has-key':
      return `!(${place} has ${test.value})`;
  }
};

/** Cedar's attributes have no null and no fractions; the pool's dates are such. */
const attributesOf = (value: Json | undefined): Json | undefined => {
  if (Array.isArray(value)) return value.flatMap((each) => attributesOf(each) ?? []);
  if (isJsonObject(value))
    return Object.fromEntries(
      Object.entries(value).flatMap(([member, inner]) => {
        const kept = attributesOf(inner);
        return kept === undefined ? [] : [[member, kept]];
      }),
    );
  return value === null || (typeof value === 'number' && !Number.isInteger(value)) ? undefined : value;
};

const caller = { type: 'Caller', id: 'one' };
const action = { type: 'Action', id: 'keep' };

/** Each rule as a policy that forbids, parsed once: the answer names those that decided. */
export const cedarEngine = (): Engine => {
  const staticPolicies = Object.fromEntries(
    conditions.map((condition) => [
      condition.id,
      `forbid(principal, action, resource) when { ${brokenWhere(condition)} };`,
    ]),
  );
  cedar.preparsePolicySet('twenty', { staticPolicies });
  return {
    name: 'Cedar (WebAssembly)',
    broken: ({ userPool, pool }) => {
      const resource = { type: 'Pool', id: pool.id };
      const answer = cedar.statefulIsAuthorized({
        principal: caller,
        action,
        resource,
        context: {},
        preparsedPolicySetId: 'twenty',
        entities: [{ uid: resource, attrs: attributesOf(userPool) as never, parents: [] }],
      } as Cedar.StatefulAuthorizationCall);
      if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
      return answer.response.diagnostics.reason;
    },
  };
};

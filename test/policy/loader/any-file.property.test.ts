import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicies } from '../../../src/policy/loader/compile-policies.ts';

const baseline = await readFile('policies/baseline.yaml', 'utf8');

/** A text with a part of it cut out and another text put there. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(30),
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('\n', '- ', ': ', '{', '[', '&a ', '*a', '!t ', '"', '|', '\t', '---\n'),
      ),
    )
    .map(([start, length, put]) => text.slice(0, start) + put + text.slice(start + length));

const places = (text: string) => ({ lines: text.split('\n').length });

describe('whatever stands in a file', () => {
  it('a damaged policy loads, or gives mistakes with places in it', () => {
    fc.assert(
      fc.property(damaged(baseline), (text) => {
        const loaded = compilePolicies([{ file: 'policies/baseline.yaml', text }]);
        if (loaded.kind === 'policies') return;
        expect(loaded.mistakes.length).toBeGreaterThan(0);
        for (const { line, column, message } of loaded.mistakes) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(places(text).lines);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/[.?\])]$|This isn't YAML/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('any structure in place of any member is reported, never thrown', () => {
    const anything = fc.jsonValue({ maxDepth: 2 });
    const file = fc.record(
      {
        name: anything,
        description: anything,
        mode: fc.oneof(anything, fc.constant('remediate')),
        appliesTo: fc.oneof(anything, fc.record({ names: anything, tags: anything, pools: anything })),
        rules: fc.oneof(
          anything,
          fc.array(
            fc.record(
              {
                id: anything,
                severity: anything,
                setting: fc.oneof(anything, fc.constant('UserPoolTier')),
                equals: anything,
                oneOf: anything,
                order: anything,
                mode: anything,
                examples: fc.oneof(anything, fc.record({ passing: anything, failing: anything })),
                allowWeakening: anything,
              },
              { requiredKeys: [] },
            ),
          ),
        ),
      },
      { requiredKeys: [] },
    );
    const owner = fc.record(
      {
        name: anything,
        pools: fc.oneof(anything, fc.record({ arns: anything, stacks: anything, tags: anything })),
        emails: anything,
        topic: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        file,
        fc.oneof(anything, fc.record({ exemptions: anything })),
        fc.oneof(anything, fc.record({ owners: fc.oneof(anything, fc.array(owner)) })),
        (policy, exemptions, owners) => {
          const loaded = compilePolicies([
            { file: 'policies/drawn.yaml', text: JSON.stringify(policy) },
            { file: 'policies/exemptions.yaml', text: JSON.stringify(exemptions) },
            { file: 'policies/owners.yaml', text: JSON.stringify(owners) },
          ]);
          expect(loaded.kind).toBe('mistakes');
        },
      ),
      { numRuns: 700 },
    );
  });
});

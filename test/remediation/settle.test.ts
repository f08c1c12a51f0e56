import { describe, expect, it } from 'vitest';
import type { Draft, DraftRule } from '../../src/remediation/draft.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import { settle } from '../../src/remediation/settle.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const draft: Draft = {
  snapshot: aPoolSnapshot(),
  wanted: [],
  changes: [],
  refusals: [],
  terms: new Map(),
  asked: new Map(),
  options: cautiousPlan,
};

describe('settling a draft', () => {
  it('leaves a draft that no rule has anything to say of as it was', () => {
    const silent: DraftRule = (each) => each;

    expect(settle(draft, [silent, silent])).toBe(draft);
  });

  it('fails where the rules never come to rest, rather than going on for ever', () => {
    const restless: DraftRule = (each) => ({ ...each });

    expect(() => settle(draft, [restless])).toThrow('The rules of couplings and refusals come to no rest.');
  });
});

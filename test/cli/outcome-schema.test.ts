import { describe, expect, it } from 'vitest';
import { outcomeSchema } from '../../src/cli/outcome-schema.ts';
import { toldOutcomes } from '../notify/told-outcomes.ts';

describe('the published schema of an outcome', () => {
  it.each(Object.entries(toldOutcomes))('takes %s', (_name, outcome) => {
    expect(outcomeSchema.safeParse(outcome).error?.issues).toBeUndefined();
  });

  it('takes no remark that it doesn’t know', () => {
    const outcome = { ...toldOutcomes['remediated-one'], remarks: [{ kind: 'tomorrow' }] };

    expect(outcomeSchema.safeParse(outcome).success).toBe(false);
  });
});

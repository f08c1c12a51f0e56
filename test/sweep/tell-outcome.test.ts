import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { aSweeper } from '../support/a-sweeper.ts';
import { anOutcome } from '../support/an-outcome.ts';

const asked = { kind: 'asked', eventTime: '2026-11-23T09:59:00.000Z' } as const;
const byHand = anOutcome({ id: 'by-hand', causes: [asked], endedAt: '2026-11-23T09:59:02.000Z' });
const telling = async (outcome: string, ...outcomes: readonly Outcome[]) => {
  const { bring, told } = aSweeper({ outcomes });
  const swept = await bring({ schema: 'cognito-lifeguard/sweep/1', kind: 'tell', outcome });
  return { swept, told };
};

describe('an outcome that is to be told', () => {
  it('is told as the ledger has kept it, where a person had it put right', async () => {
    const { swept, told } = await telling('by-hand', byHand);

    expect(swept.kind).toBe('done');
    expect(told).toEqual([byHand]);
  });

  it.each([
    ['the ledger does not keep it', 'another', byHand],
    ['nobody asked for it at the command line', 'by-hand', { ...byHand, causes: anOutcome().causes }],
    ['it is older than a day', 'by-hand', { ...byHand, endedAt: '2026-11-22T09:59:59.000Z' }],
  ])('is not told where %s', async (_, id, kept) => {
    const { swept, told } = await telling(id, kept);

    expect(swept.kind).toBe('ignored');
    expect(told).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutcomeContext, outcomeView } from '../../../../src/cli/page/model/outcome-view.ts';
import { hostileOutcome } from '../../../notify/hostile-outcomes.ts';
import { toldOutcomes } from '../../../notify/told-outcomes.ts';
import { aCall } from '../../../support/a-pool-change.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../../../support/an-outcome.ts';

const unknown: OutcomeContext = { changedAt: () => undefined, titleOf: () => undefined };

const textsIn = (node: unknown): readonly string[] =>
  typeof node === 'string' ? [node] : Object.values(node ?? {}).flatMap(textsIn);

describe('an outcome in the timeline', () => {
  it('says what was found, what is required, what is now, and by which plan', () => {
    expect(outcomeView(anOutcome(), 'n1', unknown)).toMatchObject({
      kind: 'outcome',
      id: 'n1',
      title: 'Put right in 34 s',
      isTold: true,
      cause: 'UpdateUserPool by Developer/on-call',
      pool: { key: 'eu-west-1/eu-west-1_AbCdEf123', title: 'checkout-users' },
      findings: [{ found: '8', required: 'at least 14', now: '14', state: 'put-right' }],
      plan: [{ from: '8', to: '14', because: ['rule password-minimum-length, policies/baseline.yaml:14'] }],
      carried: '61 other settings were sent along unchanged',
      undo: 'lifeguard undo 9f2c41d0-6f0b-4b57-8f0e-0b8a3c1d7e55 --region eu-west-1',
    });
  });

  it('counts the time from when the call was made, to the millisecond where that is known', () => {
    const { title } = outcomeView(anOutcome(), 'n1', {
      ...unknown,
      changedAt: (eventId) => (eventId === aCall().eventId ? '2026-11-23T09:14:40.100Z' : undefined),
    });

    expect(title).toBe('Put right in 1.2 s');
  });

  it('names other causes by their number', () => {
    const causes = [aCall(), aCall({ eventId: 'b' }), { kind: 'asked', eventTime: '' } as const];

    expect(outcomeView(anOutcome({ causes, causesOmitted: 7 }), 'n1', unknown).cause).toBe(
      'UpdateUserPool by Developer/on-call and 9 more',
    );
  });

  it('says why a finding is left, and offers no undo where nothing was written', () => {
    const left = { kind: 'debt', since: '2026-11-01' } as const;
    const view = outcomeView(
      anUnwrittenOutcome({
        findings: [aFinding({ now: 8, left }), aFinding({ now: 8, mode: 'notify' }), aFinding({ now: 8 })],
      }),
      'n1',
      unknown,
    );

    expect(view.findings.map(({ state, note }) => [state, note])).toEqual([
      ['left', 'debt since 2026-11-01: left until somebody has it put right'],
      ['left', 'notify only'],
      ['standing', undefined],
    ]);
    expect(view.undo).toBeUndefined();
  });

  it('calls a pool that is gone what it was called', () => {
    const { pool } = anOutcome();
    const gone = anUnwrittenOutcome({
      kind: 'gone',
      findings: [],
      ...(pool && { pool: { ...pool, name: null } }),
    });

    const view = outcomeView(gone, 'n1', { ...unknown, titleOf: () => 'checkout-users' });

    expect(view.pool?.title).toBe('checkout-users');
  });

  it.each(Object.entries(toldOutcomes))('has room for %s', (_, outcome) => {
    const view = outcomeView(outcome, 'n1', unknown);

    expect(view.isTold).toBe(true);
    expect(view.remarks).toHaveLength(outcome.remarks.length);
  });

  it('holds no secret', () => {
    const setting = 'SmsConfiguration.ExternalId' as const;
    const secret = aFinding({ setting, found: 'secret-1', now: 'secret-2', required: 'secret-3' });

    expect(JSON.stringify(outcomeView(anOutcome({ findings: [secret] }), 'n1', unknown))).not.toContain(
      'secret-',
    );
  });

  it('never throws, and has neither text that moves anything nor text without end', () => {
    fc.assert(
      fc.property(hostileOutcome, (outcome) => {
        for (const text of textsIn(outcomeView(outcome, 'n1', unknown))) {
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          expect(text.length).toBeLessThan(1500);
        }
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

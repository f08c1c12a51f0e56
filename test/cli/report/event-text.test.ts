import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { eventText } from '../../../src/cli/report/event-text.ts';
import { aCall, anActor } from '../../support/a-pool-change.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../../support/an-outcome.ts';

const lifeguard = 'arn:aws:sts::111122223333:assumed-role/lifeguard/lifeguard';

const echo = aCall({ actor: anActor({ arn: lifeguard }) });

const text = (outcome: Parameters<typeof eventText>[0]): string | undefined => {
  const whole = eventText(outcome, lifeguard);
  return whole && stripVTControlCharacters(whole);
};

describe('an event at a terminal', () => {
  it('names the call and the caller first, then what was put right, then how to take it back', () => {
    const lines = text(anOutcome())?.split('\n');

    expect(lines?.[0]).toBe('UpdateUserPool by Developer/on-call  2026-11-23 09:14:07 UTC');
    expect(lines?.[1]).toBe('checkout-users  eu-west-1_AbCdEf123  remediated');
    expect(lines?.at(-1)).toBe('  To take it back: npx lifeguard undo 9f2c41d0-6f0b-4b57-8f0e-0b8a3c1d7e55');
  });

  it('is silent where Lifeguard’s own call comes back, and nobody is told', () => {
    expect(text(anUnwrittenOutcome({ causes: [echo], quiet: true }))).toBeUndefined();
    expect(text(anOutcome({ kind: 'covered', causes: [echo], changes: [] }))).toBeUndefined();
  });

  it('is shown where Lifeguard’s own call comes back, and people are told', () => {
    expect(text(anOutcome({ causes: [echo] }))).toContain('remediated');
  });

  it('is silent where a sweep found what is known', () => {
    const causes = [{ kind: 'sweep', sweep: 'sweep-1', eventTime: '2026-11-23T09:14:07Z' }] as const;

    expect(text(anUnwrittenOutcome({ causes }))).toBeUndefined();
  });

  it('leaves Lifeguard’s own calls out beside somebody’s', () => {
    expect(text(anOutcome({ causes: [echo, aCall({ call: 'SetUserPoolMfaConfig' })] }))).toMatch(
      /^SetUserPoolMfaConfig by Developer\/on-call {2}/,
    );
  });

  it('of a call that another look answers for says that, and lists nothing again', () => {
    const covered = text(anUnwrittenOutcome({ kind: 'covered', reason: 'Another look has seen it.' }));

    expect(covered).toContain('Another look has seen it.');
    expect(covered).not.toContain(aFinding().rule);
  });

  it('makes nothing of what a caller calls itself', () => {
    const actor = anActor({ arn: 'arn:aws:sts::111122223333:assumed-role/Developer/\u001b[2Jall is well' });

    expect(eventText(anOutcome({ causes: [aCall({ actor })] }), lifeguard)).not.toContain('\u001b[2J');
  });
});

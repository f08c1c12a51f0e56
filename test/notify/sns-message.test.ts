import { describe, expect, it } from 'vitest';
import { snsMessage } from '../../src/notify/sns-message.ts';
import { settings } from '../../src/pool/settings.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';

const machineBody = (message: string) => JSON.parse(JSON.parse(message).sqs);

describe('snsMessage', () => {
  it('gives people text, Amazon Q its notification, and machines the event', () => {
    const { Message } = snsMessage(aNotice());

    const bodies = JSON.parse(Message);
    expect(bodies.email).toBe(bodies.default);
    expect(bodies.email).toMatch(/^MinimumLength of checkout-users is now 14/);
    expect(JSON.parse(bodies.https)).toMatchObject({ version: '1.0', source: 'custom' });
    expect(JSON.parse(bodies.lambda)).toMatchObject({
      schema: 'cognito-lifeguard/notice/1',
      truncated: false,
    });
    expect(bodies.sqs).toBe(bodies.lambda);
  });

  it('cuts long values for machines, and says so', () => {
    const found = 'x'.repeat(20_000);
    const findings = settings.map(({ path }) => aFinding({ setting: path, found, now: found }));

    const { Message } = snsMessage(aNotice(anOutcome({ findings })));

    expect(Buffer.byteLength(Message)).toBeLessThan(262_144);
    expect(machineBody(Message).truncated).toBe(true);
    expect(machineBody(Message).settings[0].found).toMatch(/^x+… \(cut, 20,000 characters\)$/);
  });

  it('fits where every text is made of what JSON writes longest', () => {
    const worst = '\u0001'.repeat(1000);
    const tags = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}${worst}`, worst]));
    const findings = settings.slice(0, 30).map(({ path }) =>
      aFinding({
        setting: path,
        found: tags,
        now: tags,
        required: worst,
        why: worst,
        rule: worst,
        at: worst,
        controls: [worst, worst],
      }),
    );
    const causes = Array.from({ length: 100 }, () =>
      aCall({ call: worst, eventId: worst, eventTime: worst }),
    );
    const refusals = findings.map(({ setting }) => ({
      code: 'no-remedy' as const,
      settings: [setting],
      reason: worst,
      next: worst,
    }));
    const sideEffects = findings.map(() => ({ path: worst, from: worst, to: worst }));

    const { Message } = snsMessage(
      aNotice(anOutcome({ findings, causes, refusals, sideEffects, unknownSettings: [worst] })),
    );

    expect(Buffer.byteLength(Message)).toBeLessThan(262_144);
    expect(machineBody(Message)).toMatchObject({ schema: 'cognito-lifeguard/notice/1', truncated: true });
  });
});

import { describe, expect, it } from 'vitest';
import { knownWrong } from '../../src/history/known-wrong.ts';
import { remainingOf } from '../../src/remediation/remaining.ts';
import { aHistory } from '../support/a-history.ts';
import { aPast } from '../support/a-past.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';

const inPeace = { isAtWar: false, binds: () => true };
const atWarNow = { ...inPeace, isAtWar: true };

const refusal = { code: 'needs-tier' as const, settings: [], reason: 'R', next: 'N' };
const refused = anUnwrittenOutcome({ kind: 'refused', refusals: [refusal], causes: [] });
const since = '2026-11-20T09:00:00.000Z';
const known = (toldAt: string) => ({ remaining: remainingOf(refused), since, toldAt });
const swept = (toldAt: string) =>
  aPast({ history: aHistory({ known: known(toldAt) }), now: '2026-11-23T09:00:00.000Z' });

describe('what people know', () => {
  it('is told the first time, and remembered from then on', () => {
    const { outcome, known: remembered } = knownWrong(aPast(), refused, inPeace);

    expect(outcome).toEqual(refused);
    expect(remembered).toEqual({
      remaining: remainingOf(refused),
      since: aPast().now,
      toldAt: aPast().now,
      rules: ['password-minimum-length'],
      open: ['password-minimum-length'],
      sinces: { 'password-minimum-length': aPast().now },
    });
  });

  it('is not told again by a sweep of the same day', () => {
    const past = swept('2026-11-22T09:00:00.001Z');

    expect(knownWrong(past, refused, inPeace)).toEqual({
      outcome: { ...refused, quiet: true },
      known: known('2026-11-22T09:00:00.001Z'),
    });
  });

  it('is told again after a day, with how long it has been so', () => {
    const { outcome, known: remembered } = knownWrong(swept('2026-11-22T09:00:00.000Z'), refused, inPeace);

    expect(outcome.remarks).toEqual([{ kind: 'still-wrong', since, days: 3 }]);
    expect(outcome.quiet).toBeUndefined();
    expect(remembered).toEqual({
      ...known('2026-11-23T09:00:00.000Z'),
      rules: ['password-minimum-length'],
      open: ['password-minimum-length'],
      sinces: { 'password-minimum-length': since },
    });
  });

  it('is left to the digest where rules ask only for a notice, however old it is', () => {
    const reported = anUnwrittenOutcome({ causes: [], findings: [aFinding({ now: 8, mode: 'notify' })] });
    const history = aHistory({ known: { remaining: remainingOf(reported), since, toldAt: since } });

    expect(knownWrong(aPast({ history }), reported, inPeace).outcome.quiet).toBe(true);
  });

  it('is told where a call brought the look about, or something new is wrong, or the past adds something', () => {
    const past = swept('2026-11-23T08:00:00.000Z');
    const worse = { ...refused, findings: [aFinding({ now: 8 }), aFinding({ rule: 'another', now: 8 })] };
    const remarked = { ...refused, remarks: [{ kind: 'memory-lost' } as const] };

    expect(knownWrong({ ...past, causes: [aCall()] }, refused, inPeace).outcome.quiet).toBeUndefined();
    expect(knownWrong(past, worse, inPeace).outcome.quiet).toBeUndefined();
    expect(knownWrong(past, remarked, inPeace).outcome.quiet).toBeUndefined();
  });

  it('is over when the pool is right, debt aside', () => {
    const right = anOutcome({ causes: [] });
    const indebted = anUnwrittenOutcome({
      causes: [],
      findings: [aFinding({ now: 8, mode: 'notify', left: { kind: 'debt', since } })],
    });

    expect(knownWrong(swept(since), right, inPeace)).toEqual({ outcome: right });
    expect(knownWrong(swept(since), indebted, inPeace)).toEqual({ outcome: indebted });
  });
});

describe('while somebody and we undo each other', () => {
  const undoings = [{ at: since, settings: ['Policies.PasswordPolicy.MinimumLength'] as const, actors: [] }];
  const atWar = (overrides: Parameters<typeof aHistory>[0] = {}) =>
    aPast({ causes: [aCall()], history: aHistory({ undoings, ...overrides }) });
  const undone = anUnwrittenOutcome({ kind: 'paused', findings: [aFinding({ now: 8 })] });

  it('what is put right is kept to ourselves: people know of the war', () => {
    expect(knownWrong(atWar(), anOutcome(), atWarNow).outcome.quiet).toBe(true);
  });

  it('what else is wrong is told', () => {
    const other = anUnwrittenOutcome({ findings: [aFinding({ rule: 'another', now: 8 })] });

    expect(knownWrong(atWar(), other, atWarNow).outcome.quiet).toBeUndefined();
  });

  it('what else is put right is told, and what people know stays known', () => {
    const known = { remaining: 'r', since, toldAt: since };
    const other = anOutcome({ findings: [aFinding(), aFinding({ setting: 'MfaConfiguration' })] });

    const told = knownWrong(atWar({ known }), other, atWarNow);

    expect(told).toEqual({ outcome: other, known });
  });

  it('a call that policy does not govern is told', () => {
    const causes = [aCall(), aCall({ call: 'CreateIdentityProvider', governed: false })];

    expect(knownWrong(atWar(), anOutcome({ causes }), atWarNow).outcome.quiet).toBeUndefined();
  });

  it('what is undone is told again after a day, and not before', () => {
    const knownAt = (toldAt: string) => ({ known: { remaining: remainingOf(undone), since, toldAt } });
    const quiet = (toldAt: string) => knownWrong(atWar(knownAt(toldAt)), undone, atWarNow).outcome.quiet;

    expect(quiet('2026-11-22T09:14:39.121Z')).toBe(true);
    expect(quiet('2026-11-22T09:14:39.120Z')).toBeUndefined();
  });
});

describe('what a notice said is wrong', () => {
  const open = ['password-minimum-length', 'threat-protection'];
  const told = aPast({
    causes: [aCall()],
    history: aHistory({ known: { ...known(since), rules: open, open } }),
  });
  const closed = (isWhole: boolean, ...rules: readonly string[]) => ({
    kind: 'back-in-compliance',
    since,
    rules,
    unbound: [],
    isWhole,
  });
  const right = anUnwrittenOutcome({ kind: 'compliant', findings: [] });

  it('is closed once when it holds again', () => {
    const { outcome, known: remembered } = knownWrong(told, right, inPeace);

    expect(outcome.remarks).toEqual([closed(true, ...open)]);
    expect(remembered).toBeUndefined();
  });

  it('is closed in part, and what is left stays open', () => {
    const half = anUnwrittenOutcome({
      kind: 'refused',
      findings: [aFinding({ now: 8 })],
      refusals: [refusal],
    });

    const { outcome, known: remembered } = knownWrong(told, half, inPeace);

    expect(outcome.remarks).toEqual([
      closed(false, 'threat-protection'),
      { kind: 'still-wrong', since, days: 3 },
    ]);
    expect(remembered?.open).toEqual(['password-minimum-length']);
  });

  it('is not said to hold where the rule only binds the pool no more', () => {
    const { outcome } = knownWrong(told, right, {
      ...inPeace,
      binds: (rule) => rule !== 'threat-protection',
    });

    expect(outcome.remarks).toEqual([
      { ...closed(true, 'password-minimum-length'), unbound: ['threat-protection'] },
    ]);
  });

  it('grows older although something else changes each day', () => {
    const day = (index: number) => `2026-11-2${index}T09:00:00.000Z`;
    const grave = aFinding({ now: 8 });
    let history = aHistory({});
    let days: number | undefined;
    for (const index of [1, 2, 3, 4]) {
      const flipping = aFinding({ rule: 'flipping', now: index, mode: 'notify' });
      const judged = anUnwrittenOutcome({
        kind: 'refused',
        findings: [grave, flipping],
        refusals: [refusal],
      });
      const { outcome, known: remembered } = knownWrong(
        aPast({ causes: [aCall()], history, now: day(index) }),
        judged,
        inPeace,
      );
      history = aHistory({ ...(remembered && { known: remembered }) });
      days = outcome.remarks.flatMap((remark) => (remark.kind === 'still-wrong' ? remark.days : []))[0];
    }

    expect(days).toBe(3);
  });

  it('is closed by the notice of the fix where we put it right', () => {
    const findings = [aFinding(), aFinding({ rule: 'threat-protection' })];

    expect(knownWrong(told, anOutcome({ findings }), inPeace).outcome.remarks).toEqual([]);
  });

  it('is closed by an exemption, too', () => {
    const exemption = {
      ticket: 'SEC-1',
      approver: 'security@example.com',
      reason: 'R',
      expires: '2026-12-31',
      at: 'policies/exemptions.yaml:2',
    };
    const findings = open.map((rule) => aFinding({ rule, now: 8, exemption }));

    const { outcome } = knownWrong(told, anUnwrittenOutcome({ findings }), inPeace);

    expect(outcome.remarks).toEqual([closed(true, ...open)]);
  });

  it('stays open while somebody and we undo each other', () => {
    const { outcome, known: remembered } = knownWrong(told, right, atWarNow);

    expect(outcome.remarks).toEqual([]);
    expect(remembered?.open).toEqual(open);
  });

  it('is closed where a look had failed and said nothing of rules', () => {
    const failed = aPast({ history: aHistory({ known: { ...known(since), open: [] } }) });

    expect(knownWrong(failed, right, inPeace).outcome.remarks).toEqual([closed(true)]);
  });

  it('is not what only the digest told: of that no message closes anything', () => {
    const swept = { kind: 'sweep', sweep: 's', eventTime: since } as const;
    const reported = anUnwrittenOutcome({
      causes: [swept],
      findings: [aFinding({ now: 8, mode: 'notify' })],
    });

    const { known: remembered } = knownWrong(aPast({ causes: [swept] }), reported, inPeace);
    const history = aHistory({ ...(remembered && { known: remembered }) });

    expect(remembered?.open).toBeUndefined();
    expect(knownWrong(aPast({ history }), right, inPeace).outcome.remarks).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { noticeKey } from '../../src/telling/notice-key.ts';
import { toldAnnouncements } from '../notify/told-announcements.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aFinding, anOutcome, anOutcomeOf } from '../support/an-outcome.ts';

const keyOf = (overrides: Partial<Outcome> = {}) => noticeKey(aNotice(anOutcome(overrides)));

const role = 'arn:aws:iam::111122223333:role/Developer';
const session = (name: string) =>
  aCall({
    eventId: name,
    actor: anActor({
      arn: `arn:aws:sts::111122223333:assumed-role/Developer/${name}`,
      sessionName: name,
      sessionIssuer: role,
    }),
  });

describe('what a notice says', () => {
  it.each<[string, Partial<Outcome>]>([
    [
      'id and times',
      { id: 'another', startedAt: '2026-11-23T11:00:00.000Z', endedAt: '2026-11-23T11:00:01.000Z' },
    ],
    ['call', { causes: [aCall({ eventId: 'another', eventTime: '2026-11-23T11:00:00Z' })] }],
  ])('is the same by another %s', (_, overrides) => {
    expect(keyOf(overrides)).toBe(keyOf());
  });

  it('is the same by another session of the same role, however many it takes', () => {
    expect(keyOf({ causes: [session('one')] })).toBe(keyOf({ causes: [session('two'), session('three')] }));
  });

  it.each<[string, Partial<Outcome>]>([
    ['kind', { kind: 'partly' }],
    ['value', { findings: [aFinding({ found: 6 })] }],
    ['rule', { findings: [aFinding({ rule: 'another' })] }],
    [
      'caller',
      { causes: [aCall({ actor: anActor({ sessionIssuer: 'arn:aws:iam::111122223333:role/other' }) })] },
    ],
    ['refusal', { refusals: [{ code: 'needs-tier', settings: ['UserPoolTier'], reason: 'R', next: 'N' }] }],
    ['remark', { remarks: [{ kind: 'newly-refused', settings: [] }] }],
    ['side effect', { sideEffects: [{ path: 'A', from: '1', to: '2' }] }],
  ])('is something else by another %s', (_, overrides) => {
    expect(keyOf(overrides)).not.toBe(keyOf());
  });

  it('is something else of another pool', () => {
    expect(noticeKey(aNotice(anOutcomeOf('another')))).not.toBe(keyOf());
  });

  it('is never the same where a call is told that policy files do not speak of', () => {
    expect(keyOf({ causes: [aCall({ call: 'CreateIdentityProvider', governed: false })] })).toBeUndefined();
    expect(keyOf({ causesOmitted: 3 })).toBeUndefined();
  });

  it('is never the same for what is about the account', () => {
    for (const announcement of Object.values(toldAnnouncements))
      expect(noticeKey(noticeOfAnnouncement(announcement, {}))).toBeUndefined();
  });
});

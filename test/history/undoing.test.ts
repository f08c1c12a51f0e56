import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/history/stored-value.ts';
import { undoingOf } from '../../src/history/undoing.ts';
import { aHistory } from '../support/a-history.ts';
import { aPast } from '../support/a-past.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aFinding } from '../support/an-outcome.ts';

const setting = 'Policies.PasswordPolicy.MinimumLength' as const;
const fix = { setting, at: '2026-11-23T08:30:00.000Z', outcome: 'a-fix' };
const write = {
  outcome: 'a-fix',
  from: '2026-11-23T08:29:59.000Z',
  to: '2026-11-23T08:30:00.000Z',
  changed: [setting],
  values: {},
};
const history = aHistory({ fixes: [fix], writes: [write] });
const causes = [aCall()];
const wrong = [aFinding({ now: 8 })];

describe('an undoing', () => {
  it('is a finding on a setting that we had put right', () => {
    const past = aPast({ history, causes });

    expect(undoingOf(past, wrong)).toEqual({ at: past.now, settings: [setting], actors: [anActor()] });
  });

  it('counts once until it is put right again', () => {
    const known = { at: '2026-11-23T08:40:00.000Z', settings: [setting], actors: [] };
    const again = { ...fix, at: '2026-11-23T08:50:00.000Z' };

    expect(undoingOf(aPast({ history: { ...history, undoings: [known] }, causes }), wrong)).toBeUndefined();
    expect(
      undoingOf(aPast({ history: { ...history, undoings: [known], fixes: [fix, again] }, causes }), wrong),
    ).toBeDefined();
  });

  it('is none where the setting was never put right, or the finding is only told', () => {
    expect(undoingOf(aPast({ history: { ...history, fixes: [] }, causes }), wrong)).toBeUndefined();
    expect(undoingOf(aPast({ history, causes }), [aFinding({ now: 8, mode: 'notify' })])).toBeUndefined();
    expect(undoingOf(aPast({ causes }), wrong)).toBeUndefined();
  });

  it('is none where the setting is as the last look left it: a rule that rested counts again', () => {
    const seen = { ...history.seen, values: { [setting]: digestOf(8) } };

    expect(undoingOf(aPast({ history: { ...history, seen } }), wrong)).toBeUndefined();
  });

  it("names nobody where a sweep found it, and not ourselves where our own write's echo came along", () => {
    const ours = anActor({ userAgent: 'aws-sdk-js/3 cognito-lifeguard/a-fix' });
    const echo = aCall({ eventTime: '2026-11-23T08:30:01Z', actor: ours });

    expect(undoingOf(aPast({ history }), wrong)?.actors).toEqual([]);
    expect(undoingOf(aPast({ history, causes: [echo, aCall()] }), wrong)?.actors).toEqual([anActor()]);
  });

  it('names a caller who goes by the id of our write, and called at another time', () => {
    const impostor = anActor({ userAgent: 'cognito-lifeguard/a-fix' });
    const later = aCall({ eventTime: '2026-11-23T08:30:02Z', actor: impostor });

    expect(undoingOf(aPast({ history, causes: [later] }), wrong)?.actors).toEqual([impostor]);
  });

  it('names every caller once, whatever programs one of them has', () => {
    const programs = ['1', '2', '3', '4', '5'].map((userAgent) => aCall({ actor: anActor({ userAgent }) }));
    const other = anActor({ sessionIssuer: 'arn:aws:iam::111122223333:role/Other' });

    const undoing = undoingOf(aPast({ history, causes: [...programs, aCall({ actor: other })] }), wrong);

    expect(undoing?.actors).toEqual([anActor({ userAgent: '5' }), other]);
  });

  it('names nobody who only tagged the pool', () => {
    const tagging = aCall({ call: 'TagResource', actor: anActor({ sessionIssuer: 'a-tagger' }) });

    expect(undoingOf(aPast({ history, causes: [tagging, aCall()] }), wrong)?.actors).toEqual([anActor()]);
  });

  it('names a caller who only claims to be us', () => {
    const impostor = anActor({ userAgent: 'cognito-lifeguard/something-else' });

    expect(undoingOf(aPast({ history, causes: [aCall({ actor: impostor })] }), wrong)?.actors).toEqual([
      impostor,
    ]);
  });
});

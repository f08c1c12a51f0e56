import { describe, expect, it } from 'vitest';
import {
  isAccountRecord,
  isKeptOutcome,
  isPoolHistory,
  isPoolRequest,
  isStanding,
} from '../../src/ledger/stored-forms.ts';
import { aHistory } from '../support/a-history.ts';
import { aStanding } from '../support/a-standing.ts';
import { anAccountRecord } from '../support/an-account-record.ts';
import { anOutcome } from '../support/an-outcome.ts';

const owner = { name: 'checkout-team', claimed: true };

describe('what is stored of owners', () => {
  it('may be missing, as a version without owners left it', () => {
    expect(isPoolHistory(aHistory())).toBe(true);
    expect(isStanding(aStanding())).toBe(true);
    expect(isAccountRecord(anAccountRecord())).toBe(true);
  });

  it('has its form', () => {
    const claim = { pools: 'a-hash', at: '2026-11-23T08:14:07.000Z' };

    expect(isPoolHistory(aHistory({ owners: { 'checkout-team': claim } }))).toBe(true);
    expect(isStanding(aStanding('A', { owners: [owner] }))).toBe(true);
    expect(isAccountRecord(anAccountRecord({ exemptedOwners: { arn: [owner] } }))).toBe(true);
  });

  it('is damaged in any other', () => {
    expect(isPoolHistory({ ...aHistory(), owners: [owner] })).toBe(false);
    expect(isStanding({ ...aStanding(), owners: owner })).toBe(false);
    expect(isAccountRecord({ ...anAccountRecord(), exemptedOwners: 'checkout-team' })).toBe(false);
  });
});

describe('what is stored of how often pauses were told', () => {
  it('is a count, or missing', () => {
    expect(isAccountRecord(anAccountRecord({ pausesTellings: 3 }))).toBe(true);
    expect(isAccountRecord({ ...anAccountRecord(), pausesTellings: '3' })).toBe(false);
  });
});

describe('what somebody else has stored', () => {
  const at = '2026-11-23T08:14:07.000Z';

  it.each([
    ['debt without its beginning', { debt: { 'a-rule': { version: 'v', found: 8 } } }],
    ['a rule without a version', { rules: { 'a-rule': 1 } }],
    ['a policy that bound without a scope', { bound: { baseline: null } }],
    ['an owner who claims nothing', { owners: { 'checkout-team': null } }],
    ['a rule that rests without an end', { resting: [{ rule: 'a-rule', outcome: 'one' }] }],
    ['a fix that is text', { fixes: ['one'] }],
    ['an undoing by nobody', { undoings: [{ at, settings: ['MfaConfiguration'] }] }],
    ['a breaker without a level', { breaker: { openedAt: at, nextWriteAt: at } }],
    ['a tier that is text', { tier: 'PLUS' }],
    ['a write of nothing', { writes: [{ outcome: 'one', from: at, to: at }] }],
    ['a call that is no id', { calls: [1] }],
  ])('is no history: %s', (_, damage) => {
    expect(isPoolHistory({ ...aHistory(), ...damage })).toBe(false);
  });

  it.each([
    ['of a kind that nobody asks', { kind: 'delete' }],
    ['that accepts a text', { kind: 'accept', rules: 'all' }],
    ['that has rules rest for ever', { kind: 'rest', rules: [], outcome: 'one' }],
  ])('is no request: one %s', (_, asked) => {
    expect(isPoolRequest({ id: 'one', by: 'me', at, kind: 'close-breaker' })).toBe(true);
    expect(isPoolRequest({ id: 'one', by: 'me', at, ...asked })).toBe(false);
  });

  it.each([
    ['without changes', { changes: undefined }],
    ['with a change to nothing', { changes: [{ setting: 'MfaConfiguration', to: 'ON', because: [] }] }],
    ['with a change for no reason', { changes: [{ setting: 'MfaConfiguration', from: 'OFF', to: 'ON' }] }],
    ['about half a pool', { pool: { id: 'eu-west-1_AbCdEf123' } }],
  ])('is no outcome: one %s', (_, damage) => {
    expect(isKeptOutcome({ outcome: anOutcome() })).toBe(true);
    expect(isKeptOutcome({ outcome: { ...anOutcome(), ...damage } })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { isAccountRecord, isPoolHistory, isStanding } from '../../src/ledger/stored-forms.ts';
import { aHistory } from '../support/a-history.ts';
import { aStanding } from '../support/a-standing.ts';
import { anAccountRecord } from '../support/an-account-record.ts';

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

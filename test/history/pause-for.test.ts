import { describe, expect, it } from 'vitest';
import { pauseFor } from '../../src/history/pool-request.ts';
import { aPause } from '../support/a-pause.ts';

const arn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123';
const at = '2026-11-23T10:00:00.000Z';
const long = aPause({ at, until: '2027-11-23T10:00:00.000Z' });

describe('a pause', () => {
  it('ends after a day, however long whoever wrote it made it', () => {
    expect(pauseFor([long], arn, '2026-11-24T09:59:59.999Z')).toEqual(long);
    expect(pauseFor([long], arn, '2026-11-24T10:00:00.000Z')).toBeUndefined();
  });

  it('does not hold before its time, but for what clocks may differ by', () => {
    expect(pauseFor([long], arn, '2026-11-23T09:54:59.999Z')).toBeUndefined();
    expect(pauseFor([long], arn, '2026-11-23T09:55:00.000Z')).toEqual(long);
  });

  it('of several is the one that lasts longest', () => {
    const shorter = aPause({ at, until: '2026-11-23T11:00:00.000Z' });

    expect(pauseFor([shorter, long], arn, '2026-11-23T10:30:00.000Z')).toEqual(long);
  });
});

import { describe, expect, it } from 'vitest';
import { writeLog } from '../../../src/cli/by-hand/write-log.ts';
import { cutOffLines, notWrittenLines, writtenText } from '../../../src/cli/report/write-log-text.ts';
import { PoolUnreachableError } from '../../../src/pool/errors.ts';
import { type PoolRef, poolRef } from '../../../src/pool/pool-ref.ts';
import { anOutcome } from '../../support/an-outcome.ts';

const [a, b, c] = ['A', 'B', 'C'].map((name) =>
  poolRef('111122223333', 'eu-west-1', `eu-west-1_${name}`),
) as [PoolRef, PoolRef, PoolRef];

const hangUp = (pool: PoolRef) => new PoolUnreachableError('read', pool, new Error('socket hang up'));

const aLog = (...pools: readonly PoolRef[]) => writeLog(pools, () => {});

describe('what was written', () => {
  it('is counted by changes and pools', () => {
    const log = aLog(a);
    const outcome = anOutcome();

    log.begin(a);
    log.done(a, { told: [outcome], last: outcome });

    expect(writtenText(log)).toBe('Written: 1 change to 1 pool.');
  });
});

describe('what was not written', () => {
  it('is said once for a reason', () => {
    const log = aLog(a, b);

    for (const pool of [a, b]) {
      log.begin(pool);
      log.fail({ pool, error: hangUp(pool), isSent: false });
    }

    expect(notWrittenLines(log)).toEqual([
      'Not written: 2 pools of eu-west-1: Error: socket hang up. The first is eu-west-1_A.',
    ]);
  });

  it('is named where it was not come to, ten of many', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      poolRef('111122223333', 'eu-west-1', `eu-west-1_${index}`),
    );

    expect(notWrittenLines(aLog(...many))).toEqual([
      'Not come to: eu-west-1_0, eu-west-1_1, eu-west-1_2, eu-west-1_3, eu-west-1_4, eu-west-1_5, eu-west-1_6, eu-west-1_7, eu-west-1_8, eu-west-1_9 and 2 more pools. To go on, run the command again.',
    ]);
  });

  it('may be written after all where a write was sent, and that is said', () => {
    const log = aLog(a);

    log.begin(a);
    log.fail({ pool: a, error: hangUp(a), isSent: true });

    expect(notWrittenLines(log)).toEqual([
      'Perhaps written, or a part of it: eu-west-1_A. A write was sent, and then: Error: socket hang up. The next look at it finishes what was begun, or: lifeguard apply --pool eu-west-1_A',
    ]);
  });
});

describe('what is cut off', () => {
  it('is named with what was written before and what was not come to', () => {
    const log = aLog(a, b, c);
    const outcome = anOutcome();

    log.begin(a);
    log.done(a, { told: [outcome], last: outcome });
    log.begin(b);

    expect(cutOffLines(log)).toEqual([
      'Stopped. Written: 1 change to 1 pool.',
      'Perhaps written, or a part of it: eu-west-1_B. It was ended in the middle, and the pool stays held for two minutes. The next look at it finishes what was begun, or: lifeguard apply --pool eu-west-1_B',
      'Not come to: eu-west-1_C. To go on, run the command again.',
    ]);
  });
});

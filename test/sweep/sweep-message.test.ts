import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSweepMessage, sweepMessage } from '../../src/sweep/sweep-message.ts';
import { aPoolChange } from '../support/a-pool-change.ts';
import { deployed, scheduled } from '../support/a-sweeper.ts';

describe('a message on the queue of sweeps', () => {
  it('starts a sweep where the schedule sent it', () => {
    expect(parseSweepMessage(scheduled)).toEqual({ kind: 'start', because: 'schedule' });
  });

  it.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'])(
    'starts a sweep where a deployment ended as %s',
    (status) => {
      expect(parseSweepMessage(deployed(status))).toEqual({ kind: 'start', because: 'deployment' });
    },
  );

  it.each(['UPDATE_IN_PROGRESS', 'DELETE_COMPLETE', '', undefined])(
    'is ignored where the stack’s status is %s',
    (status) => {
      const event = { ...deployed(), detail: { 'status-details': { status } } };

      expect(parseSweepMessage(event)).toMatchObject({ kind: 'ignored' });
    },
  );

  it.each([
    { kind: 'step', sweep: 'a-sweep', step: 4 },
    { kind: 'check-pauses' },
    { kind: 'check-pauses', mended: 3 },
  ] as const)('of our own reads as it was sent: $kind', (message) => {
    expect(parseSweepMessage(JSON.parse(sweepMessage(message)))).toEqual(message);
  });

  it('of our own that asks for a look has the pool by its ARN', () => {
    const { pool } = aPoolChange();
    const body = JSON.parse(sweepMessage({ kind: 'look', pool: pool.arn }));

    expect(parseSweepMessage(body)).toEqual({ kind: 'look', pool });
  });

  it('of our own that starts a sweep says that somebody asked', () => {
    const body = JSON.parse(sweepMessage({ kind: 'start' }));

    expect(parseSweepMessage(body)).toEqual({ kind: 'start', because: 'asked' });
  });

  it('brings no facts: members that it has besides are dropped', () => {
    const body = { ...JSON.parse(sweepMessage({ kind: 'check-pauses' })), regions: ['us-east-1'] };

    expect(parseSweepMessage(body)).toEqual({ kind: 'check-pauses' });
  });

  it.each([0, -1, 1.5, '3', null])('claims no count that is none: %s', (mended) => {
    const body = { ...JSON.parse(sweepMessage({ kind: 'check-pauses' })), mended };

    expect(parseSweepMessage(body)).toEqual({ kind: 'check-pauses' });
  });

  it.each([
    ['no JSON', undefined],
    ['a step without its sweep', { schema: 'cognito-lifeguard/sweep/1', kind: 'step', step: 1 }],
    ['a step without a number', { schema: 'cognito-lifeguard/sweep/1', kind: 'step', sweep: 'a' }],
    ['a look without a pool', { schema: 'cognito-lifeguard/sweep/1', kind: 'look' }],
    [
      'a look at what is no pool',
      { schema: 'cognito-lifeguard/sweep/1', kind: 'look', pool: 'arn:aws:s3:::x' },
    ],
    ['a kind that is yet to come', { schema: 'cognito-lifeguard/sweep/1', kind: 'purge' }],
    ['another schema', { schema: 'cognito-lifeguard/sweep/2', kind: 'start' }],
    ['another event', { source: 'aws.cognito-idp', 'detail-type': 'AWS API Call via CloudTrail' }],
  ])('is ignored with a reason where it is %s', (_, body) => {
    expect(parseSweepMessage(body)).toEqual({ kind: 'ignored', reason: expect.stringMatching(/./) });
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('cognito-lifeguard/sweep/1', 'x'), (value, schema) => {
        const body = typeof value === 'object' ? { ...value, schema } : value;
        expect(['start', 'step', 'check-pauses', 'ignored']).toContain(parseSweepMessage(body).kind);
      }),
    );
  });
});

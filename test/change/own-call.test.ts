import { describe, expect, it } from 'vitest';
import { isOwnCall } from '../../src/change/own-call.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';

const id = '9f2c41d0-6f0b-4b57-8f0e-0b8a3c1d7e55';
const callWith = (userAgent: string) => aCall({ actor: anActor({ userAgent }) });
const { userAgent: _, ...withoutUserAgent } = anActor();

describe('isOwnCall', () => {
  it('is true of a call whose user agent names the outcome', () => {
    expect(isOwnCall(callWith(`aws-sdk-js/3.1169.0 cognito-lifeguard/${id}`), id)).toBe(true);
  });

  it.each([
    ['another outcome', callWith('aws-sdk-js/3.1169.0 cognito-lifeguard/another')],
    ['the outcome without our name', callWith(`aws-sdk-js/3.1169.0 ${id}`)],
    ['somebody else', callWith('aws-cli/2.31.0')],
    ['nobody', aCall({ actor: withoutUserAgent })],
  ])('is false where the user agent names %s', (_, call) => {
    expect(isOwnCall(call, id)).toBe(false);
  });

  it('is false of a person who asked', () => {
    expect(isOwnCall({ kind: 'asked', eventTime: '2026-11-23T10:00:00Z' }, id)).toBe(false);
  });
});

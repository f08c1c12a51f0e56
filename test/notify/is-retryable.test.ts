import { describe, expect, it } from 'vitest';
import { isRetryable, isRetryableCode } from '../../src/notify/is-retryable.ts';

const refusal = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error('no'), { name, $metadata: { httpStatusCode } });

describe('a code', () => {
  it.each([
    'Throttling',
    'ThrottledException',
    'ThrottlingException',
    'KMSThrottlingException',
    'TooManyRequestsException',
    'RequestThrottled',
    'RequestLimitExceeded',
    'LimitExceededException',
    'RequestTimeout',
    'InternalFailure',
    'InternalException',
    'InternalServerError',
    'ServiceUnavailable',
  ])('%s may pass by itself', (code) => {
    expect(isRetryableCode(code)).toBe(true);
  });

  it.each([
    'AccessDeniedException',
    'InvalidArgument',
    'InvalidInput',
    'InvalidAccessException',
    'MalformedDetail',
    'NotAuthorizedForSourceException',
    'RedactionFailure',
    'SubscriptionLimitExceeded',
    '',
  ])('%s stays', (code) => {
    expect(isRetryableCode(code)).toBe(false);
  });
});

describe('an error', () => {
  it.each([
    ['a refusal', refusal('InvalidParameter', 400), false],
    ['a refusal of one who may not', refusal('InvalidAccessException', 401), false],
    ['a throttle with 400', refusal('ThrottlingException', 400), true],
    ['a throttle with 429, whatever its name', refusal('Odd', 429), true],
    ['a break', refusal('Odd', 503), true],
    ['a lost connection', new Error('socket hang up'), true],
    ['an answer of 200 that can’t be read', refusal('SyntaxError', 200), true],
    ['no answer after three tries', Object.assign(new Error('no'), { $metadata: { attempts: 3 } }), true],
  ])('that is %s may pass by itself: %s', (_title, error, retryable) => {
    expect(isRetryable(error)).toBe(retryable);
  });
});

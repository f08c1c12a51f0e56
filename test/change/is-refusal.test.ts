import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/change/is-refusal.ts';

interface ServiceModel {
  readonly operations: { readonly [operation: string]: { readonly errors: readonly string[] } };
}

const { operations } = JSON.parse(
  readFileSync(new URL('../sandbox/cognito-idp-model-extract.json', import.meta.url), 'utf8'),
) as ServiceModel;

describe('isRefusal', () => {
  it.each(['UpdateUserPool', 'SetUserPoolMfaConfig', 'CreateUserPool', 'TagResource', 'UntagResource'])(
    'takes every error that AWS models for %s for a refusal, but the two that leave open what happened',
    (operation) => {
      const open = operations[operation]?.errors.filter((error) => !isRefusal(error)) ?? [];

      expect(operations[operation]?.errors.length).toBeGreaterThan(3);
      expect(open).toContain('InternalErrorException');
      expect(
        open.filter((error) => !['InternalErrorException', 'UserPoolTaggingException'].includes(error)),
      ).toEqual([]);
    },
  );

  it.each([
    'AccessDenied',
    'AccessDeniedException',
    'ThrottlingException',
    'ExpiredTokenException',
    'InvalidClientTokenId',
    'ValidationException',
    'WAFNonexistentItemException',
  ])('takes %s for one', (error) => {
    expect(isRefusal(error)).toBe(true);
  });

  it.each([
    'InternalErrorException',
    'InternalServerException',
    'InternalFailure',
    'InternalServerError',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'RequestTimeout',
    'WAFInternalErrorException',
    'UserPoolTaggingException',
    'ErrorOfTomorrowException',
    'constructor',
    '',
    7,
    null,
    { code: 'AccessDenied' },
  ])('takes %j for none: the change may have taken effect', (error) => {
    expect(isRefusal(error)).toBe(false);
  });
});

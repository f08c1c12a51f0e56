import type { AdvancedFieldSelector } from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import { selectsWrites } from '../../../src/cli/doctor/selects-writes.ts';

const cognito = 'cognito-idp.amazonaws.com';
const management: AdvancedFieldSelector = { Field: 'eventCategory', Equals: ['Management'] };
const advanced = (...fields: AdvancedFieldSelector[]) => ({
  AdvancedEventSelectors: [{ FieldSelectors: [management, ...fields] }],
});

describe('a trail’s selectors', () => {
  it.each([
    ['basic ones with AWS’s defaults', { EventSelectors: [{}] }],
    ['basic ones of writes', { EventSelectors: [{ ReadWriteType: 'WriteOnly' as const }] }],
    [
      'basic ones that leave another service out',
      { EventSelectors: [{ ExcludeManagementEventSources: ['kms.amazonaws.com'] }] },
    ],
    ['advanced ones of all management events', advanced()],
    ['advanced ones of writes', advanced({ Field: 'readOnly', Equals: ['false'] })],
    [
      'advanced ones of services that begin like ours',
      advanced({ Field: 'eventSource', StartsWith: ['cognito'] }),
    ],
    [
      'advanced ones that leave another service out',
      advanced({ Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }),
    ],
  ])('take writes: %s', (_, selectors) => {
    expect(selectsWrites(selectors, cognito)).toBe(true);
  });

  it.each([
    ['none at all', {}],
    ['basic ones of reads', { EventSelectors: [{ ReadWriteType: 'ReadOnly' as const }] }],
    ['basic ones of data events alone', { EventSelectors: [{ IncludeManagementEvents: false }] }],
    ['basic ones that leave ours out', { EventSelectors: [{ ExcludeManagementEventSources: [cognito] }] }],
    [
      'advanced ones of data events',
      { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }] },
    ],
    ['advanced ones of reads', advanced({ Field: 'readOnly', Equals: ['true'] })],
    ['advanced ones that leave ours out', advanced({ Field: 'eventSource', NotStartsWith: ['cognito-'] })],
    ['advanced ones of some calls only', advanced({ Field: 'eventName', Equals: ['UpdateUserPool'] })],
  ])('do not take writes: %s', (_, selectors) => {
    expect(selectsWrites(selectors, cognito)).toBe(false);
  });
});

import type {
  AdvancedFieldSelector,
  EventSelector,
  GetEventSelectorsCommandOutput,
} from '@aws-sdk/client-cloudtrail';

/**
 * Whether a trail's selectors take a service's management events that write. Source: CloudTrail user guide, "Logging
 * management events" and "Advanced event selectors".
 */
export const selectsWrites = (
  {
    EventSelectors = [],
    AdvancedEventSelectors = [],
  }: Pick<GetEventSelectorsCommandOutput, 'EventSelectors' | 'AdvancedEventSelectors'>,
  eventSource: string,
): boolean =>
  EventSelectors.some((selector) => selectsByKind(selector, eventSource)) ||
  AdvancedEventSelectors.some(({ FieldSelectors = [] }) => {
    const values = { eventCategory: 'Management', readOnly: 'false', eventSource };
    return FieldSelectors.every((field) => takes(field, values));
  });

/** Absent members are AWS's defaults: management events, reads and writes. */
const selectsByKind = (
  {
    IncludeManagementEvents = true,
    ReadWriteType = 'All',
    ExcludeManagementEventSources = [],
  }: EventSelector,
  eventSource: string,
): boolean =>
  IncludeManagementEvents &&
  ReadWriteType !== 'ReadOnly' &&
  !ExcludeManagementEventSources.includes(eventSource);

/** A field that isn't among ours (`eventName`, `userIdentity.arn`) takes a part of the calls, which isn't enough. */
const takes = (field: AdvancedFieldSelector, values: { readonly [field: string]: string }): boolean => {
  const value = values[field.Field ?? ''];
  if (value === undefined) return false;
  const some = (given: readonly string[] | undefined, holds: (each: string) => boolean): boolean =>
    given === undefined || given.length === 0 || given.some(holds);
  const none = (given: readonly string[] | undefined, holds: (each: string) => boolean): boolean =>
    !given?.some(holds);
  return (
    some(field.Equals, (each) => each === value) &&
    some(field.StartsWith, (each) => value.startsWith(each)) &&
    some(field.EndsWith, (each) => value.endsWith(each)) &&
    none(field.NotEquals, (each) => each === value) &&
    none(field.NotStartsWith, (each) => value.startsWith(each)) &&
    none(field.NotEndsWith, (each) => value.endsWith(each))
  );
};

import { isObject, type JsonObject, objectsAt, stringAt, stringsAt } from '../json.ts';
import type { Trails } from './trails.ts';

/**
 * Whether some trail records a service's writing calls in a Region: without one, EventBridge gets no event of them.
 * Source: Amazon EventBridge user guide, "AWS service events delivered via AWS CloudTrail".
 */
export function logsWrites(trails: Trails, region: string, eventSource: string): boolean {
  return trails.in(region).some(({ isLogging, selectors }) => isLogging && selects(selectors, eventSource));
}

function selects(selectors: JsonObject, eventSource: string): boolean {
  const basic = objectsAt(selectors, 'EventSelectors').some(
    (selector) =>
      selector.IncludeManagementEvents !== false &&
      stringAt(selector, 'ReadWriteType') !== 'ReadOnly' &&
      !stringsAt(selector, 'ExcludeManagementEventSources').includes(eventSource),
  );
  return (
    basic ||
    objectsAt(selectors, 'AdvancedEventSelectors').some((selector) =>
      objectsAt(selector, 'FieldSelectors').every((field) => takes(field, eventSource)),
    )
  );
}

function takes(field: JsonObject, eventSource: string): boolean {
  const of: { readonly [name: string]: string } = {
    eventCategory: 'Management',
    readOnly: 'false',
    eventSource,
  };
  const value = of[stringAt(field, 'Field') ?? ''];
  if (value === undefined) return false;
  const conditions: readonly [string, (given: readonly string[]) => boolean][] = [
    ['Equals', (given) => given.includes(value)],
    ['StartsWith', (given) => given.some((each) => value.startsWith(each))],
    ['EndsWith', (given) => given.some((each) => value.endsWith(each))],
    ['NotEquals', (given) => !given.includes(value)],
    ['NotStartsWith', (given) => !given.some((each) => value.startsWith(each))],
    ['NotEndsWith', (given) => !given.some((each) => value.endsWith(each))],
  ];
  return (
    isObject(field) && conditions.every(([name, holds]) => !field[name] || holds(stringsAt(field, name)))
  );
}

import { isDeepStrictEqual } from 'node:util';

/**
 * A part of a template in which something stands beside something else: in every list that has the one, the other
 * follows it.
 * @param part a resource, for instance; it stays as it is
 */
export const beside = (part: unknown, one: object, other: object): unknown => {
  if (Array.isArray(part)) {
    const members = part.map((each) => beside(each, one, other));
    return members.flatMap((each) => (isDeepStrictEqual(each, one) ? [each, other] : [each]));
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, beside(each, one, other)]));
};

import { isJsonObject, type Json } from '../../pool/json.ts';

/** Pools that an account and Region can have at most. Source: Amazon Cognito developer guide, "Quotas". */
const mostPools = 10_000;

/** Values of all pools of a plan: each has some hundreds, before and after, and a large plan has some hundred pools. */
const mostValues = 1_000_000;

/** Characters of all their JSON pointers: a name stands in the pointer of each value within it. */
const mostCharacters = 100_000_000;

/**
 * Whether there is more in the changes to pools than any plan says of them: to find the place of each value would take
 * all memory.
 */
export const weighsTooMuch = (changes: readonly Json[]): boolean => {
  if (changes.length > mostPools) return true;
  let count = 0;
  let characters = 0;
  const left = [{ inner: changes as Inner, pointer: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { inner, pointer } = next;
    // Before the indices of a list are written out.
    if (Array.isArray(inner) && count + inner.length > mostValues) return true;
    const names = Object.keys(inner);
    count += names.length;
    characters += names.reduce((sum, name) => sum + pointer + 1 + name.length, 0);
    if (count > mostValues || characters > mostCharacters) return true;
    for (const [index, value] of Object.values(inner).entries())
      if (isInner(value)) left.push({ inner: value, pointer: pointer + 1 + (names[index]?.length ?? 0) });
  }
  return false;
};

type Inner = Extract<Json, object>;

const isInner = (value: Json | undefined): value is Inner => Array.isArray(value) || isJsonObject(value);

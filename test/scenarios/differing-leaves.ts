import { isJsonObject, type Json, type JsonObject } from '../../src/pool/json.ts';
import type { PoolSnapshot } from '../../src/pool/pool-snapshot.ts';

/** Every leaf by its dotted path, lists and empty structures whole; those of GetUserPoolMfaConfig after `MfaConfig:`. */
const leavesOf = ({ userPool, mfaConfig }: PoolSnapshot): ReadonlyMap<string, Json> => {
  const { LastModifiedDate, ...rest } = userPool;
  return new Map([...leaves(rest, ''), ...leaves(mfaConfig, 'MfaConfig:')]);
};

const leaves = (node: JsonObject, prefix: string): [string, Json][] =>
  Object.entries(node).flatMap(([member, value]): [string, Json][] => {
    const here = `${prefix}${member}`;
    if (isJsonObject(value) && Object.keys(value).length > 0) return leaves(value, `${here}.`);
    return value === undefined ? [] : [[here, value]];
  });

/** What isn't the same in two snapshots of a pool, besides the date of its last change: its path, and its later value. */
export const differingLeaves = (before: PoolSnapshot, after: PoolSnapshot): { [path: string]: Json } => {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  return Object.fromEntries(
    [...new Set([...was.keys(), ...is.keys()])]
      .filter((path) => JSON.stringify(was.get(path)) !== JSON.stringify(is.get(path)))
      .map((path) => [path, is.get(path) ?? null]),
  );
};

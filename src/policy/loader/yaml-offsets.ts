import { type Document, isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Path } from './yaml-source.ts';

/** Where things begin in a file, in characters from its start. */
interface Offsets {
  /** Of a value; of the nearest thing around it where the file doesn't have it. */
  offsetOf(path: Path): number;
  /** Of the last key of the path. */
  offsetOfKey(path: Path): number;
}

/** Finds places by path. A map is gone through once, however many of its members are asked for. */
export const offsetsIn = (document: Document.Parsed): Offsets => {
  const known = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairsOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const pairs = known.get(map) ?? byKey(map);
    known.set(map, pairs);
    return pairs;
  };
  const inner = (node: unknown, step: PropertyKey): unknown => {
    if (isMap(node)) return pairsOf(node).get(String(step))?.value;
    return isSeq(node) ? node.items[Number(step)] : undefined;
  };
  const offsetOf = (path: Path): number => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      node = inner(node, step);
      offset = startOf(node) ?? offset;
    }
    return offset;
  };
  return {
    offsetOf,
    offsetOfKey: (path) => {
      const map = path.slice(0, -1).reduce<unknown>(inner, document.contents);
      const key = isMap(map) ? pairsOf(map).get(String(path.at(-1)))?.key : undefined;
      return startOf(key) ?? offsetOf(path);
    },
  };
};

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

/** Of two pairs with the same key, the first. */
const byKey = ({ items }: YAMLMap): ReadonlyMap<string, Pair> => {
  const pairs = new Map<string, Pair>();
  for (const pair of items)
    if (isScalar(pair.key) && !pairs.has(String(pair.key.value))) pairs.set(String(pair.key.value), pair);
  return pairs;
};

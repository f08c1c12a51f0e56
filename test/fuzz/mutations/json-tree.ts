/** JSON in which a name can stand twice and a number be written in any way. */
export type JsonTree =
  | { readonly kind: 'list'; readonly items: JsonTree[] }
  | { readonly kind: 'map'; readonly members: [name: string, value: JsonTree][] }
  /** A scalar as it is written. */
  | { readonly kind: 'scalar'; readonly written: string };

/** @throws SyntaxError where the text is no JSON, RangeError where it is nested too deeply for a recursion */
export const treeOf = (text: string): JsonTree => grown(JSON.parse(text));

const grown = (value: unknown): JsonTree => {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(grown) };
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', written: JSON.stringify(value) };
  return { kind: 'map', members: Object.entries(value).map(([name, inner]) => [name, grown(inner)]) };
};

export const written = (tree: JsonTree): string => {
  switch (tree.kind) {
    case 'list':
      return `[${tree.items.map(written).join(',')}]`;
    case 'map':
      return `{${tree.members.map(([name, value]) => `${JSON.stringify(name)}:${written(value)}`).join(',')}}`;
    case 'scalar':
      return tree.written;
  }
};

/** A place in a tree: a list's item or a map's member. */
export type Slot =
  | { readonly of: JsonTree & { readonly kind: 'list' }; readonly index: number }
  | { readonly of: JsonTree & { readonly kind: 'map' }; readonly index: number };

/** Every place in a tree. */
export const slotsIn = (tree: JsonTree): readonly Slot[] => {
  const slots: Slot[] = [];
  const left = [tree];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.kind === 'scalar') continue;
    const inner = next.kind === 'list' ? next.items : next.members.map(([, value]) => value);
    for (const index of inner.keys()) slots.push({ of: next, index } as Slot);
    for (const each of inner) left.push(each);
  }
  return slots;
};

export const valueAt = ({ of, index }: Slot): JsonTree => {
  const value = of.kind === 'list' ? of.items[index] : of.members[index]?.[1];
  if (!value) throw new RangeError('Nothing stands there.');
  return value;
};

/** Puts values in the place of one: none takes it away. Names are those of the place, with a number where there are more. */
export const putAt = ({ of, index }: Slot, ...values: readonly JsonTree[]): void => {
  if (of.kind === 'list') {
    of.items.splice(index, 1, ...values);
    return;
  }
  const name = of.members[index]?.[0] ?? '';
  const named = values.map((value, each): [string, JsonTree] => [
    each === 0 ? name : `${name}${each}`,
    value,
  ]);
  of.members.splice(index, 1, ...named);
};

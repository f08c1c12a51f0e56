import { type JsonTree, putAt, type Slot, slotsIn, treeOf, valueAt, written } from './json-tree.ts';
import { type Material, type Mutation, timesOf } from './mutation.ts';
import { loneSurrogate, oddNumbers, oddTexts } from './odd-texts.ts';

/** Changes one place of a tree. */
type Change = (slot: Slot, material: Material, others: readonly Slot[]) => void;

const scalar = (text: string): JsonTree => ({ kind: 'scalar', written: text });
const quoted = (text: string): JsonTree => scalar(JSON.stringify(text));

const nameFrom = ({ chance, words }: Material): string =>
  chance.happens(0.5) && words.length > 0 ? chance.pick(words) : chance.pick(oddTexts);

/** Of an object that has these, whoever takes it for text throws. */
const withoutMethods: [string, JsonTree][] = [
  ['toString', quoted('')],
  ['valueOf', quoted('')],
];

const odd = (material: Material): JsonTree => {
  const { chance } = material;
  return chance.pick<() => JsonTree>([
    () => quoted(nameFrom(material)),
    () => quoted(chance.pick(oddTexts).repeat(chance.between(1, 5000)).slice(0, 20_000)),
    () => scalar(chance.pick(oddNumbers)),
    () => scalar(chance.pick(['null', 'true', 'false', loneSurrogate])),
    () => ({ kind: 'list', items: [] }),
    () => ({ kind: 'map', members: [] }),
    () => ({ kind: 'map', members: [...withoutMethods] }),
    () => ({ kind: 'map', members: [[nameFrom(material), quoted(nameFrom(material))]] }),
  ])();
};

const replace: Change = (slot, material) => putAt(slot, odd(material));
const take: Change = (slot) => putAt(slot);

const transplant: Change = (slot, { chance }, others) => {
  if (others.length > 0) putAt(slot, valueAt(chance.pick(others)));
};

/** Another member or item beside it, with what stands elsewhere. */
const add: Change = (slot, material, others) => {
  const { chance } = material;
  const value = others.length > 0 && chance.happens(0.5) ? valueAt(chance.pick(others)) : odd(material);
  if (slot.of.kind === 'list') slot.of.items.push(value);
  else slot.of.members.push([nameFrom(material), value]);
};

const rename: Change = ({ of, index }, material) => {
  const member = of.kind === 'map' ? of.members[index] : undefined;
  if (member) member[0] = nameFrom(material);
};

/** The same name again. */
const duplicate: Change = (slot, material) => {
  if (slot.of.kind === 'map') slot.of.members.push([slot.of.members[slot.index]?.[0] ?? '', odd(material)]);
  else slot.of.items.push(valueAt(slot));
};

const multiply: Change = (slot, material) => {
  const value = valueAt(slot);
  const times = timesOf(written(value).length + 8, material);
  putAt(slot, ...Array.from({ length: times }, () => value));
};

const wrap: Change = (slot, { chance }) => {
  const depth = chance.pick([1, 1, 1, 2, 20, 100, 1000]);
  const isList = chance.happens(0.5);
  let value = valueAt(slot);
  for (let level = 0; level < depth; level += 1)
    value = isList ? { kind: 'list', items: [value] } : { kind: 'map', members: [['a', value]] };
  putAt(slot, value);
};

/** A number as text, and text as a number. */
const retype: Change = (slot) => {
  const value = valueAt(slot);
  if (value.kind !== 'scalar') return;
  putAt(slot, value.written.startsWith('"') ? scalar(String(value.written.length)) : quoted(value.written));
};

const changes = [
  replace,
  replace,
  take,
  transplant,
  transplant,
  add,
  rename,
  duplicate,
  multiply,
  wrap,
  retype,
];

/** Changes a place of the tree that a text holds, where it is JSON. */
export const changeJson: Mutation = (text, material) => {
  try {
    const root = treeOf(text);
    const slots = slotsIn(root);
    if (slots.length === 0 || material.chance.happens(0.02)) return written(odd(material));
    material.chance.pick(changes)(material.chance.pick(slots), material, slotsOf(material.other));
    return written(root);
  } catch {
    // It is no JSON, or nested too deeply to be walked through.
    return text;
  }
};

const slotsOf = (text: string): readonly Slot[] => {
  try {
    return slotsIn(treeOf(text));
  } catch {
    return [];
  }
};

import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  visit,
} from 'yaml';
import { yamlDocument } from '../../../src/policy/yaml-document.ts';
import { type Material, type Mutation, timesOf } from './mutation.ts';
import { oddNumbers, oddTexts } from './odd-texts.ts';

/** A place in a document: a list's item or a map's pair. */
interface Place {
  readonly items: unknown[];
  readonly index: number;
}

type Change = (place: Place, material: Material, others: readonly Place[], document: Document.Parsed) => void;

const placesIn = (document: Document.Parsed): readonly Place[] => {
  const places: Place[] = [];
  visit(document, {
    Collection: (_, { items }) => {
      for (const index of items.keys()) places.push({ items, index });
    },
  });
  return places;
};

const nodeAt = ({ items, index }: Place): Node | undefined => {
  const item = items[index];
  const node = isPair(item) ? item.value : item;
  return isNode(node) ? node : undefined;
};

/** Puts a node in a place; in a map under the name that is there. */
const put = ({ items, index }: Place, node: unknown): void => {
  const item = items[index];
  if (isPair(item)) (item as Pair<unknown, unknown>).value = node;
  else items[index] = node;
};

const wordFrom = ({ chance, words }: Material): string =>
  chance.happens(0.6) && words.length > 0 ? chance.pick(words) : chance.pick(oddTexts);

const odd = (material: Material, document: Document.Parsed): unknown =>
  material.chance.pick<() => unknown>([
    () => document.createNode(wordFrom(material)),
    () => document.createNode(Number(material.chance.pick(oddNumbers))),
    () => document.createNode(material.chance.pick([null, true, false])),
    () => document.createNode([]),
    () => document.createNode({ toString: '', valueOf: '' }),
    () => document.createNode({ [wordFrom(material)]: wordFrom(material) }),
  ])();

const replace: Change = (place, material, _, document) => put(place, odd(material, document));

const take: Change = ({ items, index }) => {
  items.splice(index, 1);
};

const transplant: Change = (place, { chance }, others) => {
  const node = others.length > 0 ? nodeAt(chance.pick(others)) : undefined;
  if (node) put(place, node.clone());
};

/** A pair or an item from elsewhere, beside this one. */
const add: Change = ({ items, index }, { chance }, others) => {
  const item = items[index];
  const fitting = others.filter((other) => isPair(other.items[other.index]) === isPair(item));
  if (fitting.length === 0) return;
  const other = chance.pick(fitting);
  const added = other.items[other.index];
  items.push(isPair(added) || isNode(added) ? added.clone() : added);
};

const rename: Change = ({ items, index }, material, _, document) => {
  const item = items[index];
  if (isPair(item)) (item as Pair<unknown, unknown>).key = document.createNode(wordFrom(material));
};

const tags = [
  '!Ref',
  '!Sub',
  '!If',
  '!Join',
  '!Select',
  '!Split',
  '!FindInMap',
  '!GetAtt',
  '!Transform',
  '!!str',
  '!!binary',
  '!!set',
  '!x',
];

const tag: Change = (place, { chance }) => {
  const node = nodeAt(place);
  if (isScalar(node) || isCollection(node)) node.tag = chance.pick(tags);
};

/** An alias of what stands elsewhere, or of what it stands in. */
const alias: Change = (place, { chance }, _, document) => {
  const nodes = placesIn(document).flatMap((each) => nodeAt(each) ?? []);
  const targets = nodes.filter((node) => isScalar(node) || isCollection(node));
  if (targets.length === 0) return;
  const target = chance.pick(targets);
  const made = document.createAlias(target, chance.pick(['a', 'b', 'merge']));
  const { items, index } = place;
  if (chance.happens(0.3) && isPair(items[index]) && isMap(target))
    items.push(document.createPair('<<', made));
  else put(place, made);
};

const wrap: Change = (place, { chance }, _, document) => {
  const node = nodeAt(place);
  if (!node) return;
  let wrapped = node;
  for (let level = chance.pick([1, 1, 2, 20, 150]); level > 0; level -= 1)
    wrapped = document.createNode(chance.happens(0.5) ? [wrapped] : { a: wrapped });
  put(place, wrapped);
};

/** Pairs with names of their own, or items. */
const multiply: Change = (place, material, _, document) => {
  const { items, index } = place;
  const item = items[index];
  const name = isPair(item) && isScalar(item.key) ? String(item.key.value) : 'a';
  const copy = (time: number): unknown => {
    const node = nodeAt(place)?.clone();
    return isPair(item) ? document.createPair(`${name}${time}`, node) : node;
  };
  const times = timesOf(String(nodeAt(place)).length + 8, material);
  items.push(...Array.from({ length: times }, (__, time) => copy(time)));
};

const changes = [
  multiply,
  replace,
  replace,
  take,
  transplant,
  transplant,
  transplant,
  add,
  add,
  rename,
  tag,
  alias,
  wrap,
];

/** In characters: to read and write longer ones takes longer than it is worth. */
const longest = 20_000;

const documentOf = (text: string): Document.Parsed | undefined => {
  const document = text.length > longest ? undefined : yamlDocument(text, { lineCounter: new LineCounter() });
  return document?.errors.length === 0 ? document : undefined;
};

/** Changes a place of the document that a text holds, where it is YAML; tags and anchors stay. */
export const changeYaml: Mutation = (text, material) => {
  const document = documentOf(text);
  const places = document ? placesIn(document) : [];
  if (!document || places.length === 0) return text;
  const other = documentOf(material.other);
  material.chance.pick(changes)(
    material.chance.pick(places),
    material,
    other ? placesIn(other) : [],
    document,
  );
  try {
    return document.toString({ lineWidth: 0, blockQuote: material.chance.happens(0.5) });
  } catch {
    // What was made of the document can't be written: an alias stands before its anchor, or a name is no text.
    return text;
  }
};

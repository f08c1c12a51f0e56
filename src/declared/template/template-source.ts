import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  visit,
  type YAMLError,
} from 'yaml';
import type { Mistake } from '../../policy/mistake.ts';
import type { SourcePlace } from '../../policy/policy.ts';
import { yamlDocument } from '../../policy/yaml-document.ts';
import { deepest } from '../declared-value.ts';

/** One node of a template; aliases stand for what they name, and merged maps are merged. */
export type TemplateNode =
  | (Common & { readonly kind: 'scalar'; readonly value: unknown; readonly bare: boolean })
  | (Common & { readonly kind: 'list'; readonly items: readonly unknown[] })
  | (Common & { readonly kind: 'map'; readonly entries: ReadonlyMap<string, TemplateEntry> });

interface Common {
  /** `!Ref`, where the node has a tag of its own. */
  readonly tag?: string;
  readonly place: SourcePlace;
}

export interface TemplateEntry {
  readonly key: SourcePlace;
  readonly value: unknown;
}

/** A template whose form could be read. */
export interface TemplateSource {
  readonly root: unknown;
  /**
   * What a node is.
   * @throws TooMuch where the file asks for more work than a template does: aliases can multiply without end
   */
  see(node: unknown): TemplateNode;
  /**
   * Takes note of what a function is about to make out of the file: functions multiply as aliases do.
   * @throws TooMuch
   */
  make(made: { readonly items?: number; readonly characters?: number }): void;
}

/** The file unfolds into more than a template holds. */
export class TooMuch extends Error {
  constructor() {
    super('This file unfolds into more than any template holds.');
    this.name = 'TooMuch';
  }
}

/** Nodes seen; CloudFormation's own limits (500 resources, 1 MB) stay far below. */
const mostSeen = 300_000;

/** Characters that functions make of a file, ten times as many as the largest template has. */
const mostMade = 10_000_000;

/** Names, items and aliases of a file: the largest template that CloudFormation takes has about half of them. */
const mostParts = 250_000;

const hasTooManyParts = (text: string): boolean => {
  let parts = 0;
  for (const _ of text.matchAll(/[,:*[{]|-\s/g)) {
    parts += 1;
    if (parts > mostParts) return true;
  }
  return false;
};

/** Of names that stand twice in a file, so many are told. */
const mostTold = 20;

/**
 * Reads YAML or JSON, which YAML contains, with the place of everything. Tags are kept, aliases and `<<` resolved,
 * since the tools that people deploy with resolve them before AWS sees the file.
 */
export const parseTemplate = (
  file: string,
  text: string,
): { readonly source?: TemplateSource; readonly mistakes: readonly Mistake[] } => {
  const lines = new LineCounter();
  const placeAt = (offset: number): SourcePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (text.includes('\0')) return { mistakes: [{ ...placeAt(0), message: "This file isn't text." }] };
  if (hasTooManyParts(text)) return { mistakes: [{ ...placeAt(0), message: new TooMuch().message }] };
  const tooDeep = { mistakes: [{ ...placeAt(0), message: 'This file is nested too deeply to be read.' }] };
  const document = yamlDocument(text, { lineCounter: lines });
  if (!document) return tooDeep;
  const [broken] = document.errors;
  if (broken) return { mistakes: [{ ...placeAt(broken.pos[0]), message: sayProblem(broken) }] };
  try {
    const { targets, repeated } = survey(document);
    if (repeated.length > 0)
      return {
        mistakes: repeated.map(({ offset, name }) => ({
          ...placeAt(offset),
          message: `${name} stands twice in the same map; only one can count.`,
        })),
      };
    return { mistakes: [], source: { root: document.contents, ...seeing(targets, placeAt) } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tooDeep;
  }
};

const sayProblem = ({ code, message }: YAMLError): string => {
  if (code === 'RESOURCE_EXHAUSTION') return 'This file is nested too deeply to be read.';
  if (code === 'MULTIPLE_DOCS') return 'A template is one document; this file holds several (after ---).';
  return `This is neither YAML nor JSON: ${message}`;
};

interface Repeated {
  readonly offset: number;
  readonly name: string;
}

/** What each alias names (an anchor can be given again, and the last one before the alias counts), and repeated keys. */
const survey = (
  document: Document.Parsed,
): { readonly targets: ReadonlyMap<Alias, Node>; readonly repeated: readonly Repeated[] } => {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const repeated: Repeated[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) targets.set(node, target);
        return;
      }
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      if (!isMap(node)) return;
      const names = new Set<string>();
      for (const { key } of node.items) {
        const name = nameOf(key);
        if (names.has(name) && name !== '<<' && repeated.length < mostTold)
          repeated.push({ offset: offsetOf(key), name });
        names.add(name);
      }
    },
  });
  return { targets, repeated };
};

const offsetOf = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0);

const nameOf = (key: unknown): string => (isScalar(key) ? (key.source ?? String(key.value)) : '');

const seeing = (
  targets: ReadonlyMap<Alias, Node>,
  placeAt: (offset: number) => SourcePlace,
): Pick<TemplateSource, 'see' | 'make'> => {
  let seen = 0;
  let made = 0;
  const count = (more: number): void => {
    seen += more;
    if (seen > mostSeen) throw new TooMuch();
  };
  const targetOf = (node: unknown): unknown => {
    let target = node;
    for (let steps = 0; isAlias(target); steps += 1) {
      if (steps > deepest) throw new TooMuch();
      target = targets.get(target) ?? null;
    }
    return target;
  };
  const entriesOf = (node: unknown, depth: number): Map<string, TemplateEntry> => {
    if (depth > deepest) throw new TooMuch();
    const map = targetOf(node);
    const own = new Map<string, TemplateEntry>();
    const merged = new Map<string, TemplateEntry>();
    if (isSeq(map)) {
      for (const item of map.items)
        for (const [name, entry] of entriesOf(item, depth + 1)) if (!own.has(name)) own.set(name, entry);
      return own;
    }
    if (!isMap(map)) return own;
    count(map.items.length);
    for (const { key, value } of map.items) {
      const name = nameOf(key);
      if (name !== '<<') own.set(name, { key: placeAt(offsetOf(key)), value });
      else for (const [each, entry] of entriesOf(value, depth + 1)) merged.set(each, entry);
    }
    for (const [name, entry] of merged) if (!own.has(name)) own.set(name, entry);
    return own;
  };
  const make: TemplateSource['make'] = ({ items = 0, characters = 0 }) => {
    count(items);
    made += characters;
    if (made > mostMade) throw new TooMuch();
  };
  const see: TemplateSource['see'] = (node) => {
    count(1);
    const target = targetOf(node);
    const tag = isNode(target) && 'tag' in target && target.tag?.startsWith('!') ? target.tag : undefined;
    const common = { place: placeAt(offsetOf(node)), ...(tag !== undefined && { tag }) };
    if (isMap(target)) return { ...common, kind: 'map', entries: entriesOf(target, 0) };
    if (isSeq(target)) {
      count(target.items.length);
      return { ...common, kind: 'list', items: target.items };
    }
    if (!isScalar(target)) return { ...common, kind: 'scalar', value: null, bare: true };
    const bare = target.type === 'PLAIN';
    return { ...common, kind: 'scalar', value: target.value, bare };
  };
  return { see, make };
};

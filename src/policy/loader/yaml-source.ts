import { type Document, isScalar, LineCounter, visit, type YAMLError, type YAMLMap } from 'yaml';
import type { Mistake } from '../mistake.ts';
import type { SourcePlace } from '../policy.ts';
import { yamlDocument } from '../yaml-document.ts';
import { offsetsIn } from './yaml-offsets.ts';

/** Where something stands in a file: keys of maps and indexes of lists from the top. */
export type Path = readonly PropertyKey[];

/** A YAML file that could be read, and the places of what is in it. */
export interface YamlSource {
  /** The content as plain values. */
  readonly value: unknown;
  /** Where a value begins; the nearest thing around it where the file doesn't have it. */
  placeOf(path: Path): SourcePlace;
  /** Where the last key of the path stands. */
  placeOfKey(path: Path): SourcePlace;
}

/**
 * Reads YAML 1.2, less what makes a policy file say something other than it seems to: aliases, tags,
 * several documents, numbers in any but plain notation.
 * @returns the source where its values can be trusted, and the mistakes in any case
 */
export const parseYaml = (
  file: string,
  content: string,
): { readonly source?: YamlSource; readonly mistakes: readonly Mistake[] } => {
  const lines = new LineCounter();
  const place = (offset: number): SourcePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placed = ({ offset, message }: Trap): Mistake => ({ ...place(offset), message });
  const document = yamlDocument(content, { lineCounter: lines, stringKeys: true });
  const traps = document && trapsIn(document);
  if (!traps || traps.depth > mostNested) return { mistakes: [placed({ offset: 0, message: tooDeep })] };
  // After the first problem with the form of a file the parser guesses, and what else it finds is noise.
  const [broken] = [...document.errors, ...document.warnings];
  const repeated = traps.repeated.map(placed);
  if (broken)
    return { mistakes: [...repeated, placed({ offset: broken.pos[0], message: sayProblem(broken) })] };
  const mistakes = [...repeated, ...traps.aliases.map(placed), ...traps.others.map(placed)];
  if (traps.aliases.length > 0) return { mistakes };
  const { offsetOf, offsetOfKey } = offsetsIn(document);
  return {
    mistakes,
    source: {
      value: document.toJS(),
      placeOf: (path) => place(offsetOf(path)),
      placeOfKey: (path) => place(offsetOfKey(path)),
    },
  };
};

const tooDeep = 'This file is nested too deeply to be read.';

/** Maps and lists within each other: a policy file has eight. */
const mostNested = 100;

const explained: { readonly [code: string]: string } = {
  TAB_AS_INDENT: "A tab can't indent YAML; use spaces.",
  MULTIPLE_DOCS: 'A policy file holds one document; put the other one (after ---) into a file of its own.',
  NON_STRING_KEY: 'A name before a colon must be text: put it in quotes.',
  RESOURCE_EXHAUSTION: tooDeep,
  TAG_RESOLVE_FAILED: "Tags (!name) can't be used here: write the value out.",
};

const sayProblem = ({ code, message }: YAMLError): string => explained[code] ?? `This isn't YAML: ${message}`;

const plainNumber = /^(0|-?[1-9]\d*)(\.\d+)?$/;

interface Trap {
  readonly offset: number;
  readonly message: string;
}

/** What makes a file say something other than it seems to, and how deep it is. */
interface Traps {
  readonly repeated: readonly Trap[];
  /** Kept apart: while one is there, the values of the file aren't worked out. */
  readonly aliases: readonly Trap[];
  readonly others: readonly Trap[];
  readonly depth: number;
}

const trapsIn = (document: Document.Parsed): Traps => {
  const repeated: Trap[] = [];
  const aliases: Trap[] = [];
  const others: Trap[] = [];
  let depth = 0;
  const { version } = document.directives.yaml;
  if (version !== '1.2') {
    others.push({ offset: 0, message: `Policy files are YAML 1.2; take the %YAML ${version} line away.` });
  }
  visit(document, {
    Map: (_, map) => {
      repeated.push(...repeatedIn(map));
    },
    Collection: (_, __, path) => {
      depth = Math.max(depth, path.length);
    },
    Alias: (_, { source, range }) => {
      const message = `An alias (*${source}) can't be used here: a rule says in its own place what it asks.`;
      aliases.push({ offset: range?.[0] ?? 0, message });
    },
    Scalar: (_, { value, source = '', range }) => {
      if (typeof value !== 'number' || plainNumber.test(source)) return;
      const message = `${source} reads as the number ${value}: write it so, or put it in quotes where it is text.`;
      others.push({ offset: range?.[0] ?? 0, message });
    },
  });
  return { repeated, aliases, others, depth };
};

const repeatedIn = ({ items }: YAMLMap): Trap[] => {
  const names = new Set<unknown>();
  return items.flatMap(({ key }): Trap[] => {
    if (!isScalar(key)) return [];
    if (!names.has(key.value)) {
      names.add(key.value);
      return [];
    }
    const message = 'This name stands twice in the same map; only one can count.';
    return [{ offset: key.range?.[0] ?? 0, message }];
  });
};

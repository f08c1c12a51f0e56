import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Mistake } from '../mistake.ts';
import type { SourcePlace } from '../policy.ts';

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
  const document = parseDocument(content, {
    version: '1.2',
    stringKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const place = (offset: number): SourcePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = [...document.errors, ...document.warnings];
  const repeated = problems.filter(({ code }) => code === 'DUPLICATE_KEY');
  // After the first problem with the form of a file the parser guesses, and what else it finds is noise.
  const broken = problems.find(({ code }) => code !== 'DUPLICATE_KEY');
  const mistakes = [...repeated, ...(broken ? [broken] : [])].map((problem) => ({
    ...place(problem.pos[0]),
    message: sayProblem(problem),
  }));
  if (broken) return { mistakes };

  const { aliases, others } = trapsIn(document);
  const trapped = [...aliases, ...others].map(({ offset, message }) => ({ ...place(offset), message }));
  if (aliases.length > 0) return { mistakes: [...mistakes, ...trapped] };
  return {
    mistakes: [...mistakes, ...trapped],
    source: {
      value: document.toJS(),
      placeOf: (path) => place(offsetOf(document, path)),
      placeOfKey: (path) => place(offsetOfKey(document, path)),
    },
  };
};

const explained: { readonly [code: string]: string } = {
  DUPLICATE_KEY: 'This name stands twice in the same map; only one can count.',
  TAB_AS_INDENT: "A tab can't indent YAML; use spaces.",
  MULTIPLE_DOCS: 'A policy file holds one document; put the other one (after ---) into a file of its own.',
  NON_STRING_KEY: 'A name before a colon must be text: put it in quotes.',
  RESOURCE_EXHAUSTION: 'This file is nested too deeply to be read.',
  TAG_RESOLVE_FAILED: "Tags (!name) can't be used here: write the value out.",
};

const sayProblem = ({ code, message }: YAMLError): string => explained[code] ?? `This isn't YAML: ${message}`;

const plainNumber = /^(0|-?[1-9]\d*)(\.\d+)?$/;

interface Trap {
  readonly offset: number;
  readonly message: string;
}

/** Aliases are kept apart: while one is there, the values of the file aren't worked out. */
const trapsIn = (
  document: Document.Parsed,
): { readonly aliases: readonly Trap[]; readonly others: readonly Trap[] } => {
  const aliases: Trap[] = [];
  const others: Trap[] = [];
  const { version } = document.directives.yaml;
  if (version !== '1.2') {
    others.push({ offset: 0, message: `Policy files are YAML 1.2; take the %YAML ${version} line away.` });
  }
  visit(document, {
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
  return { aliases, others };
};

const offsetOf = (document: Document.Parsed, path: Path): number => {
  const node = document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1));
};

const offsetOfKey = (document: Document.Parsed, path: Path): number => {
  const parent = document.getIn(path.slice(0, -1));
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1))
    : undefined;
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
};

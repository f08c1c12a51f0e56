import { type DeclaredPlace, deepest } from '../declared-value.ts';
import { endOfString } from './json-strings.ts';

/** The place of a JSON pointer; of one that isn't in the text, the nearest that is around it. */
export type PlaceAt = (pointer: string) => DeclaredPlace;

interface Level {
  readonly isList: boolean;
  readonly pointer: string;
  /** Whether what is in it is remembered. */
  readonly isWanted: boolean;
  index: number;
  key: string;
}

/**
 * Finds where values begin in JSON that JSON.parse has read, in one pass and without recursion.
 * @param prefixes pointers of what is wanted, with all that is in it
 */
export const placesInJson = (text: string, file: string, prefixes: readonly string[]): PlaceAt => {
  const wanted = new Set(prefixes);
  const onTheWay = new Set(prefixes.flatMap((prefix) => parents(prefix)));
  const offsets = new Map<string, number>();
  const levels: Level[] = [];
  let top: Level | undefined;
  let expectsKey = false;
  // What is neither wanted nor on the way to it has no pointer, and costs no text.
  const begin = (offset: number): { readonly pointer: string; readonly isWanted: boolean } => {
    if (!top) return { pointer: '', isWanted: wanted.has('') };
    if (!top.isWanted && !onTheWay.has(top.pointer)) return { pointer: '\0', isWanted: false };
    const pointer = `${top.pointer}/${top.isList ? top.index : pointerStep(top.key)}`;
    const isWanted = (top.isWanted || wanted.has(pointer)) && levels.length < deepest;
    if (isWanted) offsets.set(pointer, offset);
    return { pointer, isWanted };
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') {
      top = { ...begin(at), isList: character === '[', index: 0, key: '' };
      levels.push(top);
      expectsKey = character === '{';
    } else if (character === '}' || character === ']') {
      levels.pop();
      top = levels.at(-1);
      expectsKey = false;
    } else if (character === ',') {
      if (top) top.index += 1;
      expectsKey = top !== undefined && !top.isList;
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (expectsKey && top) {
        if (top.isWanted || onTheWay.has(top.pointer)) top.key = JSON.parse(text.slice(at, end + 1));
        expectsKey = false;
      } else begin(at);
      at = end;
    } else if (character !== undefined && /[-\dtfn]/.test(character)) {
      begin(at);
      while (/[\w.+-]/.test(text[at + 1] ?? '')) at += 1;
    }
  }
  return placing(text, file, offsets);
};

const pointerStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const parents = (pointer: string): string[] => {
  const steps = pointer.split('/');
  return steps.map((_, index) => steps.slice(0, index).join('/'));
};

const placing = (text: string, file: string, offsets: ReadonlyMap<string, number>): PlaceAt => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (pointer) => {
    let known = pointer;
    while (known !== '' && !offsets.has(known)) known = known.slice(0, known.lastIndexOf('/'));
    const offset = offsets.get(known) ?? 0;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1, pointer };
  };
};

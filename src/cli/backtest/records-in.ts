/** A record of a log file as it stands there, and the line on which it begins. */
export interface RecordText {
  readonly line: number;
  readonly text: string;
}

/** What is wrong with a log file, and on which line. */
export class BrokenLogError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'BrokenLogError';
    this.line = line;
  }
}

/** In UTF-16 units. CloudTrail's own limit for a record is 1 MB; what is longer is no log, or an attack on the memory. */
const longestRecord = 4_194_304;

const inString = /["\\]/g;
const outside = /["{}[\]\n]/g;

/** Where the next such letter of a text stands, or the text's end. */
const nextOf = (letters: RegExp, text: string, from: number): number => {
  letters.lastIndex = from;
  return letters.exec(text)?.index ?? text.length;
};

/** What begins a name of a member, no more of it than tells `Records` from others. */
const grown = (member: string, more: string): string => (member + more).slice(0, 16);

/**
 * The elements of the list `Records` of a CloudTrail log file, one after the other, so that no file is held as a
 * whole. Nothing is in it where the file has no such list: digest files have none.
 * @param chunks the file's text, cut anywhere
 * @throws BrokenLogError where the file isn't an object of JSON, ends too early, or has a record that is too long
 */
export async function* recordsIn(chunks: AsyncIterable<string>): AsyncGenerator<RecordText> {
  let [line, depth, isString, isEscaped, isEmpty] = [1, 0, false, false, true];
  /** The last text at depth 1: in the file's own object, the name of the member that follows. */
  let member = '';
  let begun: { line: number; parts: string[]; length: number } | undefined;
  for await (const chunk of chunks) {
    let from = 0;
    let textFrom = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      // Most letters say nothing of where a record begins or ends: they are jumped over.
      if (!isEmpty && !isEscaped) at = nextOf(isString ? inString : outside, chunk, at);
      const letter = chunk[at];
      if (letter === '\n') line += 1;
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (letter === '\\') isEscaped = true;
        else if (letter === '"') {
          isString = false;
          if (depth === 1) member = grown(member, chunk.slice(textFrom, at));
        }
        continue;
      }
      if (isEmpty && letter !== undefined && /\S/.test(letter) && letter !== '\uFEFF') {
        if (letter !== '{') throw new BrokenLogError(line, 'This isn’t JSON of the form {"Records": […]}.');
        isEmpty = false;
      }
      if (letter === '"') {
        isString = true;
        textFrom = at + 1;
        if (depth === 1) member = '';
      } else if (letter === '{' || letter === '[') {
        if (depth === 2 && member === 'Records' && letter === '{') {
          begun = { line, parts: [], length: 0 };
          from = at;
        }
        depth += 1;
      } else if (letter === '}' || letter === ']') {
        depth -= 1;
        if (depth < 0) throw new BrokenLogError(line, 'A bracket closes what none has opened.');
        if (depth === 2 && begun) {
          yield { line: begun.line, text: [...begun.parts, chunk.slice(from, at + 1)].join('') };
          begun = undefined;
        }
      }
    }
    if (isString && depth === 1) member = grown(member, chunk.slice(textFrom));
    if (begun) {
      begun.parts.push(chunk.slice(from));
      begun.length += chunk.length - from;
      if (begun.length > longestRecord)
        throw new BrokenLogError(begun.line, 'A record has more than four million characters.');
    }
  }
  if (isEmpty) throw new BrokenLogError(line, 'The file is empty.');
  if (depth > 0 || isString) throw new BrokenLogError(line, 'The file ends in the middle.');
}

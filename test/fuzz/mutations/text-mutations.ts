import { type Material, type Mutation, timesOf } from './mutation.ts';
import { oddNumbers, oddTexts } from './odd-texts.ts';

type Range = readonly [start: number, end: number];

/** A part of a text: short ones more often than long ones. */
const partOf = (text: string, { chance }: Material): Range => {
  const start = chance.between(0, text.length);
  const most = Math.ceil((text.length - start) * chance.fraction() ** 3);
  return [start, start + chance.between(0, most)];
};

/** Whole lines of a text. */
const linesOf = (text: string, { chance }: Material): { readonly lines: string[]; readonly range: Range } => {
  const lines = text.split('\n');
  const start = chance.between(0, lines.length - 1);
  const most = Math.ceil((lines.length - start) * chance.fraction() ** 3);
  return { lines, range: [start, start + chance.between(1, Math.max(1, most))] };
};

const put = (text: string, [start, end]: Range, replacement: string): string =>
  text.slice(0, start) + replacement + text.slice(end);

const oneOf = ({ chance, words }: Material): string =>
  chance.pick([
    () => chance.pick(oddTexts),
    () => chance.pick(oddNumbers),
    () => (words.length > 0 ? chance.pick(words) : ''),
    () => String.fromCharCode(chance.between(0, 0x2fff)),
  ])();

const cut: Mutation = (text, material) => put(text, partOf(text, material), '');

const repeat: Mutation = (text, material) => {
  const [start, end] = partOf(text, material);
  const part = text.slice(start, end);
  return put(text, [start, end], part.repeat(timesOf(part.length, material)));
};

const insert: Mutation = (text, material) => {
  const at = material.chance.between(0, text.length);
  return put(text, [at, at], oneOf(material));
};

/** Puts another name or value in the place of one. */
const exchange: Mutation = (text, material) => {
  const tokens = [...text.matchAll(/[\w.:/-]+/g)];
  if (tokens.length === 0) return text;
  const { 0: token, index } = material.chance.pick(tokens);
  return put(text, [index, index + token.length], oneOf(material));
};

const splice: Mutation = (text, material) => {
  const { other } = material;
  return put(text, partOf(text, material), other.slice(...partOf(other, material)));
};

const moveLines: Mutation = (text, material) => {
  const { lines, range } = linesOf(text, material);
  const [start, end] = range;
  const moved = lines.splice(start, end - start);
  lines.splice(material.chance.between(0, lines.length), 0, ...moved);
  return lines.join('\n');
};

const repeatLines: Mutation = (text, material) => {
  const { lines, range } = linesOf(text, material);
  const part = lines.slice(...range);
  const times = timesOf(part.join('\n').length, material);
  lines.splice(range[1], 0, ...Array.from({ length: times }, () => part).flat());
  return lines.join('\n');
};

const indent: Mutation = (text, material) => {
  const { lines, range } = linesOf(text, material);
  const by = material.chance.between(-4, 4);
  return lines
    .map((line, index) => {
      if (index < range[0] || index >= range[1]) return line;
      return by < 0 ? line.replace(new RegExp(`^ {0,${-by}}`), '') : ' '.repeat(by) + line;
    })
    .join('\n');
};

const openings = [
  '[',
  '{',
  '{"a":',
  '[{"a":',
  '- ',
  '? ',
  '!Ref ',
  '"',
  '(',
  '&a ',
  '{a: ',
  '- - ',
  '>',
  '# ',
  '\n ',
];

/** Opens something over and over. */
const nest: Mutation = (text, material) => {
  const at = material.chance.between(0, text.length);
  const opening = material.chance.pick(openings);
  return put(text, [at, at], opening.repeat(timesOf(opening.length, material)));
};

/** Lines, each with a name of its own: what is looked up one by one gets slow. */
const number: Mutation = (text, material) => {
  const { lines, range } = linesOf(text, material);
  const line = lines[range[0]] ?? '';
  const numbered = Array.from({ length: timesOf(line.length + 4, material) }, (_, index) =>
    line.replace(/\w+/, (name) => `${name}${index}`),
  );
  lines.splice(range[0], 1, ...numbered);
  return lines.join('\n');
};

/** Of any text, whatever it holds. */
export const textMutations: readonly Mutation[] = [
  ...[cut, repeat, insert, exchange, splice, moveLines, repeatLines, indent, nest, number],
  ...[exchange, splice, insert],
];

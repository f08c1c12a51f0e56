/**
 * What is wrong with a regular expression that a policy file gives: it isn't one, or a text could be made
 * on which it takes longer than a function may run.
 * @returns the end of a sentence that begins with its name, or undefined where it can be used
 */
export const patternProblem = (source: string): string | undefined => {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    return `is no regular expression: ${(error as Error).message.replace(/.*: /, '')}`;
  }
  const shape = shapeOf(source);
  if (shape.looksAround) return "can't look ahead, look behind or refer back";
  if (shape.nested)
    return 'repeats a group in which something repeats or is a choice, which takes too long on some texts';
  if (shape.open > mostOpen)
    return `has ${shape.open} repetitions without a fixed count, of which a pattern may have ${mostOpen}; to begin without ^ counts as one`;
  return undefined;
};

/** The steps that a pattern takes grow with the text's length to this power. */
const mostOpen = 2;

interface Shape {
  /** Repetitions whose count isn't fixed, and one more for a pattern that may begin anywhere. */
  readonly open: number;
  /** Something in which there is a repetition or a choice repeats itself. */
  readonly nested: boolean;
  readonly looksAround: boolean;
}

/** An escape, a class, the beginning or end of a group, a repetition, an alternative, or any other character. */
const token =
  /\\(?:[pPux]\{[^}]*\}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|\)|(?:[*+?]|\{\d+(?:,\d*)?\})\??|\||[\s\S]/gu;

const shapeOf = (source: string): Shape => {
  const tokens = Array.from(source.matchAll(token), ([each]) => each);
  const looksAround = tokens.some((each) => /^\((\?<?[=!])/.test(each) || /^\\[k1-9]/.test(each));
  // Whether something repeats or is a choice, for each group that hasn't ended, the innermost last.
  const busy: boolean[] = [];
  // Whether what has just ended is such a group.
  let closed = false;
  let open = source.startsWith('^') ? 0 : 1;
  let nested = false;
  for (const each of tokens) {
    const inner = closed;
    closed = false;
    if (each.startsWith('(')) busy.push(false);
    else if (each === ')') {
      closed = busy.pop() === true;
      if (closed) busy.fill(true, -1);
    } else if (each === '|' || isRepetition(each)) {
      if (isRepetition(each) && !each.startsWith('?') && inner) nested = true;
      if (isOpen(each)) open += 1;
      if (!isFixed(each)) busy.fill(true, -1);
    }
  }
  return { open, nested, looksAround };
};

const isRepetition = (each: string): boolean => /^[*+?{]/.test(each);

const isFixed = (each: string): boolean => /\{\d+\}/.test(each);

/** True for `*`, `+`, `{1,}` and `{1,64}`: what they match can be divided in more than one way. */
const isOpen = (each: string): boolean => /[*+]|\{\d+,/.test(each);

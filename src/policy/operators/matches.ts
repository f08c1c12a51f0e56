import { patternsOf } from '../constraints/patterns.ts';
import { patternProblem } from '../pattern-problem.ts';
import { sentence } from '../sentence.ts';
import { type Operator, refuse } from './operator.ts';

const longest = 200;

/** `matches: '@example\.com>$'`: the text has a part that fits the regular expression. */
export const matches = {
  name: 'matches' as const,
  meaning: 'A regular expression that must find something in the text; it is anchored only by ^ and $.',
  fits: ({ kind }) => kind.kind === 'text',
  operandSchema: () => ({ type: 'string', minLength: 1, maxLength: longest }),
  compile: (operand, _) => {
    if (typeof operand !== 'string' || operand === '') return refuse('matches must be a regular expression.');
    const { length } = [...operand];
    if (length > longest)
      return refuse(`matches has ${length} characters; a pattern has at most ${longest}.`);
    const problem = patternProblem(operand);
    return problem === undefined
      ? { kind: 'constraint', constraint: patternsOf([operand]) }
      : refuse(sentence(`matches ${problem}`));
  },
} satisfies Operator;

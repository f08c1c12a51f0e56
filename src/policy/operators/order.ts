import { precedenceOf } from '../constraints/precedence.ts';
import { didYouMean } from '../nearest-name.ts';
import { sentence } from '../sentence.ts';
import type { Operator } from './operator.ts';

/** `order: [verified_email, verified_phone_number]`: whichever of these are there stand in this order. */
export const order = {
  name: 'order',
  meaning: 'Of these members, those that are there must stand in this order. None is added or removed.',
  fits: ({ kind }) => kind === 'ranking',
  operandSchema: (kind) => ({
    type: 'array',
    minItems: 2,
    uniqueItems: true,
    items: kind.kind === 'ranking' ? { enum: kind.values } : {},
  }),
  compile: (operand, { kind, path }) => {
    if (kind.kind !== 'ranking') throw new Error(`${path} is not a ranking.`);
    if (!Array.isArray(operand) || operand.length < 2) {
      return {
        kind: 'mistakes',
        mistakes: [{ in: [], message: 'order must be a list of at least two members.' }],
      };
    }
    const members: readonly unknown[] = operand;
    const mistakes = members.flatMap((member, index) => {
      const name = typeof member === 'string' ? member : JSON.stringify(member);
      if (!kind.values.includes(name)) {
        const known = kind.values.join(', ');
        return [
          {
            in: [index],
            message: sentence(
              `order: ${name} is not known; ${path} takes ${known}${didYouMean(name, kind.values)}`,
            ),
          },
        ];
      }
      return members.indexOf(member) < index
        ? [{ in: [index], message: `order: ${name} is there twice.` }]
        : [];
    });
    if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
    return { kind: 'constraint', constraint: precedenceOf(members.map(String)) };
  },
} as const satisfies Operator;

import type { Setting } from '../../pool/setting.ts';
import { type SettingValue, showValue } from '../../pool/setting-value.ts';
import { holds } from '../constraints/holds.ts';
import { sentence } from '../sentence.ts';
import { valueProblem } from '../value-problem.ts';
import type { LocalMistake, Requirement } from './rule-requirement.ts';

/** In characters. A pattern may take as many steps as the square of this, and a rule can have many examples. */
const longest = 1000;

/** Holds a rule's examples against the rule: a mistake for each that turns out otherwise than it says. */
export const exampleMistakes = (
  examples: { readonly [member: string]: unknown },
  setting: Setting,
  { constraint, required }: Requirement,
): readonly LocalMistake[] =>
  (['passing', 'failing'] as const).flatMap((expected) => {
    const values = examples[expected];
    if (!Array.isArray(values)) return [];
    return values.flatMap((value: unknown, index): LocalMistake[] => {
      const at = ['examples', expected, index];
      if (typeof value === 'string' && value.length > longest)
        return [
          { in: at, message: `The ${expected} example has ${value.length} characters; ${longest} suffice.` },
        ];
      // null stands for a pool that doesn't have the setting.
      const problem = value === null ? undefined : valueProblem(value, setting);
      if (problem !== undefined) return [{ in: at, message: sentence(`The ${expected} example ${problem}`) }];
      const example = value as SettingValue;
      if (holds(constraint, example, setting) === (expected === 'passing')) return [];
      const verdict = expected === 'passing' ? 'fails' : 'passes';
      return [
        {
          in: at,
          message: `The ${expected} example ${showValue(example)} ${verdict}: the rule asks for ${required}.`,
        },
      ];
    });
  });

import { parse } from '@marcbachmann/cel-js';
import { type Condition, conditions } from './conditions.ts';
import type { Engine } from './engine.ts';

const expressionOf = ({ path, test }: Condition): string => {
  const place = ['pool', ...path].join('.');
  switch (test.is) {
    case 'at-least':
      return `${place} >= ${test.value}.0`;
    case 'at-most':
      return `${place} <= ${test.value}.0`;
    case 'one-of':
      return `${place} in ${JSON.stringify(test.values)}`;
    case 'includes':
      return `${JSON.stringify(test.value)} in ${place}`;
    case 'excludes':
      return `!(${JSON.stringify(test.value)} in ${place})`;
    case 'has-key':
      return `${JSON.stringify(test.value)} in ${place}`;
  }
};

/** Each rule as an expression of the Common Expression Language, parsed once. */
export const celEngine = (): Engine => {
  const rules = conditions.map((condition) => ({
    id: condition.id,
    holds: parse(expressionOf(condition)),
  }));
  return {
    name: 'CEL',
    broken: ({ userPool }) =>
      rules.filter(({ holds }) => holds({ pool: userPool }) !== true).map(({ id }) => id),
  };
};

import { type ConditionProperties, Engine as RulesEngine } from 'json-rules-engine';
import { type Condition, conditions } from './conditions.ts';
import type { Engine } from './engine.ts';

/** The condition under which the rule is broken. */
const brokenWhere = ({ path: [fact = '', ...rest], test }: Condition): ConditionProperties => {
  const place = { fact, ...(rest.length > 0 && { path: `$.${rest.join('.')}` }) };
  switch (test.is) {
    case 'at-least':
      return { ...place, operator: 'lessThan', value: test.value };
    case 'at-most':
      return { ...place, operator: 'greaterThan', value: test.value };
    case 'one-of':
      return { ...place, operator: 'notIn', value: test.values };
    case 'includes':
      return { ...place, operator: 'doesNotContain', value: test.value };
    case 'excludes':
      return { ...place, operator: 'contains', value: test.value };
    case 'has-key':
      return { ...place, operator: 'lacksKey', value: test.value };
  }
};

/** Each rule as a condition on a fact. */
export const jsonRulesEngine = (): Engine => {
  const engine = new RulesEngine([], { allowUndefinedFacts: true });
  engine.addOperator('lacksKey', (map: object, key: string) => !Object.hasOwn(map, key));
  for (const condition of conditions)
    engine.addRule({ conditions: { all: [brokenWhere(condition)] }, event: { type: condition.id } });
  return {
    name: 'json-rules-engine',
    broken: async ({ userPool }) => (await engine.run({ ...userPool })).events.map(({ type }) => type),
  };
};

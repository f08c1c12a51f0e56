import { Ajv } from 'ajv';
import { type Condition, conditions } from './conditions.ts';
import type { Engine } from './engine.ts';

const schemaOf = ({ test }: Condition): object => {
  switch (test.is) {
    case 'at-least':
      return { minimum: test.value };
    case 'at-most':
      return { maximum: test.value };
    case 'one-of':
      return { enum: test.values };
    case 'includes':
      return { contains: { const: test.value } };
    case 'excludes':
      return { not: { contains: { const: test.value } } };
    case 'has-key':
      return { required: [test.value] };
  }
};

const within = (path: readonly string[], schema: object): object => {
  const [member, ...rest] = path;
  return member === undefined ? schema : { type: 'object', properties: { [member]: within(rest, schema) } };
};

/** Each rule as a JSON schema, compiled to JavaScript. */
export const ajvEngine = (): Engine => {
  const ajv = new Ajv({ strict: false });
  const rules = conditions.map((condition) => ({
    id: condition.id,
    validate: ajv.compile(within(condition.path, schemaOf(condition))),
  }));
  return {
    name: 'ajv schemas',
    broken: ({ userPool }) => rules.filter(({ validate }) => !validate(userPool)).map(({ id }) => id),
  };
};

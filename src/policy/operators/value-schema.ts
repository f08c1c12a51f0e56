import type { JsonObject } from '../../pool/json.ts';
import type { Setting } from '../../pool/setting.ts';
import { integerBounds } from '../integer-bounds.ts';

/** JSON schema of one value of a setting, with AWS's bounds. */
export const valueSchema = (setting: Setting): JsonObject => {
  const { kind, path } = setting;
  switch (kind.kind) {
    case 'integer': {
      const { min, max } = integerBounds(setting);
      return { type: 'integer', minimum: min, maximum: max };
    }
    case 'boolean':
      return { type: 'boolean' };
    case 'enumeration':
      return { enum: kind.values };
    case 'text':
      return {
        type: 'string',
        minLength: kind.min,
        maxLength: kind.max,
        ...(kind.pattern !== undefined && { pattern: kind.pattern }),
      };
    case 'members':
    case 'ranking':
      return { ...namesSchema(setting), minItems: kind.min, maxItems: kind.max };
    case 'map':
      return {
        type: 'object',
        ...(kind.keys && { propertyNames: { enum: kind.keys } }),
        additionalProperties: { type: 'string' },
      };
    case 'opaque':
      throw new Error(`${path} has no value that a rule could name.`);
  }
};

/** JSON schema of a list of members or keys, each once. */
export const namesSchema = ({ kind }: Setting): JsonObject => {
  const names = kind.kind === 'map' ? kind.keys : 'values' in kind ? kind.values : undefined;
  return { type: 'array', uniqueItems: true, items: names ? { enum: names } : { type: 'string' } };
};

/** True for settings that hold one scalar. */
export const isScalar = ({ kind: { kind } }: Setting): boolean =>
  kind === 'integer' || kind === 'boolean' || kind === 'enumeration' || kind === 'text';

/** True for settings whose values AWS or the catalogue puts in an order. */
export const isOrdered = ({ kind }: Setting): boolean =>
  kind.kind === 'integer' || (kind.kind === 'enumeration' && kind.ordered);

/** True for settings that hold a list of names. */
export const isList = ({ kind: { kind } }: Setting): boolean => kind === 'members' || kind === 'ranking';

import type { JsonObject } from '../../pool/json.ts';
import type { SettingKind } from '../../pool/setting.ts';

/** JSON schema of one scalar value of a setting, with AWS's bounds. */
export const valueSchema = (kind: SettingKind): JsonObject => {
  switch (kind.kind) {
    case 'integer':
      return { type: 'integer', minimum: kind.min, maximum: kind.max };
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
    default:
      throw new Error(`A ${kind.kind} has no scalar value.`);
  }
};

/** True for settings that hold one scalar. */
export const isScalar = ({ kind }: SettingKind): boolean =>
  kind === 'integer' || kind === 'boolean' || kind === 'enumeration' || kind === 'text';

/** True for settings whose values AWS or the catalogue puts in an order. */
export const isOrdered = (kind: SettingKind): boolean =>
  kind.kind === 'integer' || (kind.kind === 'enumeration' && kind.ordered);

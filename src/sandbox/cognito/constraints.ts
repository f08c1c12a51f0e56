import { isObject, type Json } from '../json.ts';
import type { Shape, StringShape } from './shape.ts';

/** Why a value doesn't fit its own shape (its members and items are judged apart). */
export interface BrokenConstraint {
  readonly kind: 'mistyped' | 'broken';
  readonly text: string;
}

const NOT_A = {
  string: 'Expected a string',
  integer: 'Expected an integer',
  boolean: 'Expected a boolean',
  structure: 'Expected a structure',
  list: 'Expected a list',
  map: 'Expected a map',
} as const;

/**
 * The constraint that a value breaks, in AWS's words, or undefined.
 * Nothing is converted: AWS JSON refuses `"true"` for a boolean and `1.5` for an integer.
 */
export function brokenConstraint(shape: Shape, value: Json): BrokenConstraint | undefined {
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string' ? brokenText(shape, value) : mistyped(shape.kind);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
        ? outside(shape, value, VALUE)
        : mistyped(shape.kind);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : mistyped(shape.kind);
    case 'list':
      return Array.isArray(value) ? outside(shape, value.length, LENGTH) : mistyped(shape.kind);
    case 'structure':
    case 'map':
      return isObject(value) ? undefined : mistyped(shape.kind);
  }
}

const VALUE = 'value';
const LENGTH = 'length';

function mistyped(kind: keyof typeof NOT_A): BrokenConstraint {
  return { kind: 'mistyped', text: NOT_A[kind] };
}

function outside(
  bounds: { readonly min?: number; readonly max?: number },
  measure: number,
  what: string,
): BrokenConstraint | undefined {
  if (bounds.min !== undefined && measure < bounds.min) {
    return { kind: 'broken', text: `Member must have ${what} greater than or equal to ${bounds.min}` };
  }
  if (bounds.max !== undefined && measure > bounds.max) {
    return { kind: 'broken', text: `Member must have ${what} less than or equal to ${bounds.max}` };
  }
  return undefined;
}

function brokenText(shape: StringShape, value: string): BrokenConstraint | undefined {
  if (shape.enum && !shape.enum.includes(value)) {
    return { kind: 'broken', text: `Member must satisfy enum value set: [${shape.enum.join(', ')}]` };
  }
  if (shape.pattern !== undefined && !matches(shape.pattern, value)) {
    return { kind: 'broken', text: `Member must satisfy regular expression pattern: ${shape.pattern}` };
  }
  return outside(shape, value.length, LENGTH);
}

const compiled = new Map<string, RegExp>();

/** AWS's patterns are Java's: the whole value must match, and `(?s)` lets a dot match a line break. */
function matches(pattern: string, value: string): boolean {
  let expression = compiled.get(pattern);
  if (!expression) {
    const dotAll = pattern.startsWith('(?s)');
    expression = new RegExp(`^(?:${dotAll ? pattern.slice(4) : pattern})$`, dotAll ? 'us' : 'u');
    compiled.set(pattern, expression);
  }
  return expression.test(value);
}

/**
 * The shape of a request member, in the terms of AWS's service model.
 * The sandbox writes its own tables of these, so that it shares no belief with whoever calls it.
 */
export type Shape = { readonly required?: true } & (
  | StringShape
  | IntegerShape
  | { readonly kind: 'boolean' }
  | StructureShape
  | ListShape
  | MapShape
);

export interface StringShape {
  readonly kind: 'string';
  readonly min?: number;
  readonly max?: number;
  /** The whole value must match, as in AWS's model; kept in AWS's notation. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface IntegerShape {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
}

export type Members = { readonly [member: string]: Shape };

export interface StructureShape {
  readonly kind: 'structure';
  readonly members: Members;
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: Shape;
  readonly min?: number;
  readonly max?: number;
}

export interface MapShape {
  readonly kind: 'map';
  readonly key: Shape;
  readonly value: Shape;
}

type Bounds = { readonly min?: number; readonly max?: number };

/** Text between two lengths, optionally of one pattern. */
export function text(min: number, max: number, pattern?: string): StringShape {
  return pattern === undefined ? { kind: 'string', min, max } : { kind: 'string', min, max, pattern };
}

/** One of a fixed set of words. */
export function oneOf(...words: readonly string[]): StringShape {
  return { kind: 'string', enum: words };
}

/** A whole number between two bounds. */
export function integer(min: number, max: number): IntegerShape {
  return { kind: 'integer', min, max };
}

export const boolean: Shape = { kind: 'boolean' };

/** A structure with the given members. */
export function structure(members: Members): StructureShape {
  return { kind: 'structure', members };
}

/** A list of one shape, optionally bounded in length. */
export function list(of: Shape, bounds: Bounds = {}): ListShape {
  return { kind: 'list', of, ...bounds };
}

/** A map from one shape to another. */
export function map(key: Shape, value: Shape): MapShape {
  return { kind: 'map', key, value };
}

/** The same shape, required in its structure. */
export function required<S extends Shape>(shape: S): S & { readonly required: true } {
  return { ...shape, required: true };
}

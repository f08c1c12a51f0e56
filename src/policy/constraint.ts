/** Whole numbers from `min` to `max`, both allowed. */
export interface Interval {
  readonly kind: 'interval';
  readonly min: number;
  readonly max: number;
}

/** One of these scalar values, in ascending order and each once; none at all is what contradicting rules leave. */
export interface AllowedSet {
  readonly kind: 'allowed';
  readonly values: readonly (string | number | boolean)[];
  /** All values of the setting in ascending order, where they have one. */
  readonly scale?: readonly string[];
}

/** Which members must stand before which others; nothing is said about members that aren't there. */
export interface Precedence {
  readonly kind: 'precedence';
  /**
   * Pairs [earlier, later], sorted and each once. `order: [a, b, c]` gives all three pairs; an intersection
   * adds none, because [c, a] satisfies both `order: [a, b]` and `order: [b, c]`.
   */
  readonly pairs: readonly (readonly [string, string])[];
}

/** What a value has to satisfy, compiled from a rule's operator and the setting's kind. */
export type Constraint = Interval | AllowedSet | Precedence;

/** Whole numbers from `min` to `max`, both allowed. */
export interface Interval {
  readonly kind: 'interval';
  readonly min: number;
  readonly max: number;
}

/** One of these scalar values. `scale` lists all values of the setting in order, where they have one. */
export interface AllowedSet {
  readonly kind: 'allowed';
  readonly values: readonly (string | number | boolean)[];
  readonly scale?: readonly string[];
}

/** Which members must stand before which others; nothing is said about members that aren't there. */
export interface Precedence {
  readonly kind: 'precedence';
  /** Pairs [earlier, later], transitively closed and sorted: two equal requirements have one form. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** What a value has to satisfy, compiled from a rule's operator and the setting's kind. */
export type Constraint = Interval | AllowedSet | Precedence;

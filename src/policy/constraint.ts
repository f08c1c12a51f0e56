/** Whole numbers from `min` to `max`, both allowed. */
export interface Interval {
  readonly kind: 'interval';
  readonly min: number;
  readonly max: number;
}

/**
 * One of these values, in ascending order and each once; none at all is what contradicting rules leave.
 * `null` among them, first, permits that the setting isn't there.
 */
export interface AllowedSet {
  readonly kind: 'allowed';
  readonly values: readonly (string | number | boolean | null)[];
  /** All values of the setting in ascending order, where they have one. */
  readonly scale?: readonly string[];
}

/** A text in which every one of these regular expressions finds something. */
export interface Patterns {
  readonly kind: 'patterns';
  /** Sorted and each once. They have the flag `u`, and are anchored only where they say so. */
  readonly sources: readonly string[];
}

/** Any value, so long as the setting is there. */
export interface Present {
  readonly kind: 'present';
}

/** What is asked of a set of names: a list's members, a map's keys. All lists are sorted. */
export interface NamesAsked {
  readonly required: readonly string[];
  readonly forbidden: readonly string[];
  /** There where no other name may be there; what is forbidden has been taken from it. */
  readonly within?: readonly string[];
  /** At least one name, whichever; not there where one is required. */
  readonly some?: true;
}

/** Which members a list has, and which of them stand before which others. */
export interface Members extends NamesAsked {
  readonly kind: 'members';
  /**
   * Pairs [earlier, later], sorted and each once; of members that aren't there they say nothing.
   * `order: [a, b, c]` gives all three pairs; an intersection adds none, because [c, a] satisfies both
   * `order: [a, b]` and `order: [b, c]`.
   */
  readonly pairs: readonly (readonly [string, string])[];
}

/** Which keys a map has, and what some of them hold. */
export interface Entries extends NamesAsked {
  readonly kind: 'entries';
  /** Pairs [key, text], sorted and each once. Their keys are required. Two texts for a key contradict each other. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** What a value has to satisfy, compiled from a rule's operator and the setting's kind. */
export type Constraint = Interval | AllowedSet | Patterns | Present | Members | Entries;

/** From one part to another, by logical ids, names of functions, or names of what lies outside. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** What always flows, what a function may do, and where a message goes that nobody could take. */
  readonly kind: 'flow' | 'call' | 'failure';
}

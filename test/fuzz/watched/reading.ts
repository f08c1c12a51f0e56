/** What came of reading a text. */
export type Reading =
  | {
      readonly kind: 'read';
      /** What of the product's code ran, and about how often: see reached.ts. Empty where nobody watched. */
      readonly features: Uint32Array;
      /** Of a processor. */
      readonly milliseconds: number;
      /** Where most of the time went, where that was asked for. */
      readonly hottest?: string;
    }
  | Broken;

/** A promise that wasn't kept. */
export interface Broken {
  readonly kind: 'broken';
  readonly how: 'threw' | 'took too long' | 'never ended' | 'ended the process' | 'changed a prototype';
  /** What was thrown, or where the time went. */
  readonly what: string;
}

import type { Mistake } from '../policy/mistake.ts';
import type { SourceTool } from '../pool/source-property.ts';
import type { DeclaredPlace, DeclaredValue } from './declared-value.ts';

/** A user pool that a file declares. */
export interface DeclaredPool {
  /** What the file calls it: a logical id, a Terraform address. */
  readonly id: string;
  readonly tool: SourceTool;
  /** Where its declaration begins. */
  readonly place: DeclaredPlace;
  /** Its properties under the tool's names. */
  readonly properties: DeclaredValue;
  /** The condition under which it is there at all. */
  readonly condition?: string;
  /** Functions elsewhere in the file can be attached as its triggers: SAM and Serverless do so. */
  readonly takesTriggers?: true;
  /** Its properties before the change, of a pool that is there already; not known from a template. */
  readonly before?: DeclaredValue;
  /** Of a pool that is there already. */
  readonly arn?: string;
  /** Where the file says it. */
  readonly region?: string;
}

/** What came of a file: its pools, or every mistake in it. */
export type DeclaredFile =
  | {
      readonly kind: 'pools';
      readonly pools: readonly DeclaredPool[];
      /** What was not looked at, and why. */
      readonly notes: readonly Mistake[];
    }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

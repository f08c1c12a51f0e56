import type { JsonObject } from '../../pool/json.ts';
import type { Setting } from '../../pool/setting.ts';
import type { Constraint } from '../constraint.ts';

/** A mistake in an operand. */
export interface OperandMistake {
  /** Where in the operand: empty for all of it, `[1]` for the second entry of a list. */
  readonly in: readonly number[];
  /** A sentence that begins with the operator's name. */
  readonly message: string;
}

export type Compiled =
  | { readonly kind: 'constraint'; readonly constraint: Constraint }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly OperandMistake[] };

/** One way for a rule to say what it asks. A new one is one file and one row in operators.ts. */
export interface Operator {
  /** The member of a rule, `atLeast`. */
  readonly name: string;
  /** What a rule with it asks, for whoever completes it in an editor. */
  readonly meaning: string;
  /** Whether it can speak of a setting. */
  fits(setting: Setting): boolean;
  /** JSON schema of its operands for a setting that fits, AWS's bounds included. */
  operandSchema(setting: Setting): JsonObject;
  /** Checks an operand, as it came from a file, against the setting, and compiles it. */
  compile(operand: unknown, setting: Setting): Compiled;
}

/** One mistake about all of an operand. */
export const refuse = (message: string): Compiled => ({ kind: 'mistakes', mistakes: [{ in: [], message }] });

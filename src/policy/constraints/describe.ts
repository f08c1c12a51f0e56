import type { Setting } from '../../pool/setting.ts';
import type { Constraint } from '../constraint.ts';
import { algebraOf } from './algebra.ts';

/** The constraint in the words that follow "required" and "must be": `at least 14`, `one of 7, 14`. */
export const describe = (constraint: Constraint, setting: Setting): string =>
  algebraOf(constraint).describe(constraint, setting);

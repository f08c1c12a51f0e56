import type { Setting } from '../../pool/setting.ts';
import type { Constraint } from '../constraint.ts';
import { algebraOf } from './algebra.ts';

/** Why nothing can satisfy the constraint, as a clause; undefined where something can. */
export const contradiction = (constraint: Constraint, setting: Setting): string | undefined =>
  algebraOf(constraint).contradiction(constraint, setting);

import type { Hold } from '../../history/hold.ts';
import { holdReason } from '../../look/hold-reason.ts';
import { inertLine } from './inert.ts';
import { paint } from './paint.ts';

/** Why a plan would wait, for a terminal. */
export const heldText = (hold: Hold): string => paint.warning(inertLine(holdReason(hold), 400));

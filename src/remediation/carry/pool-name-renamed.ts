import type { CarryStep } from './carry-rule.ts';

/** Describe says Name, UpdateUserPool takes PoolName and drops Name. Source: service model. */
export const poolNameRenamed: CarryStep = ({ Name, ...tree }) => ({ ...tree, PoolName: Name });

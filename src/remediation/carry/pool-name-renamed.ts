import type { CarryStep } from './carry-rule.ts';

/** Describe says Name, UpdateUserPool takes PoolName and drops Name. */
export const poolNameRenamed: CarryStep = ({ Name, ...tree }) =>
  typeof Name === 'string' && Name !== '' ? { ...tree, PoolName: Name } : tree;

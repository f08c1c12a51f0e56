import { isJsonObject } from '../../pool/json.ts';
import type { CarryStep } from './carry-rule.ts';

/** UserPoolAddOns requires AdvancedSecurityMode, which is OFF where a pool has none. Source: service model. */
export const requiredMembersCompleted: CarryStep = (tree) => {
  const { UserPoolAddOns: addOns } = tree;
  if (!isJsonObject(addOns) || Object.keys(addOns).length === 0) return tree;
  return { ...tree, UserPoolAddOns: { AdvancedSecurityMode: 'OFF', ...addOns } };
};

import { isJsonObject } from '../../pool/json.ts';
import type { CarryStep } from './carry-rule.ts';

/**
 * AWS documents that an omitted DcrConfiguration is kept, and that one sent without EnableStatus turns
 * dynamic client registration on. So it stays out unless the plan changes it, and then goes whole, off
 * unless it was on. Source: API reference of DcrConfiguration.
 */
export const clientRegistrationKept: CarryStep = (tree, changes) => {
  const { DcrConfiguration, ...others } = tree;
  if (!changes.some(({ setting }) => setting.startsWith('DcrConfiguration.'))) return others;
  const existing = isJsonObject(DcrConfiguration) ? DcrConfiguration : {};
  return { ...others, DcrConfiguration: { EnableStatus: 'Disabled', ...existing } };
};

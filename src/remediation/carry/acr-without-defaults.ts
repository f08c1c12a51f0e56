import { isJsonObject } from '../../pool/json.ts';
import type { CarryStep } from './carry-rule.ts';

/**
 * Describe merges AWS's default names into AcrConfiguration; sent back, they may be refused on a tier that
 * doesn't offer names of one's own. A level that isn't sent keeps its default: urn:cognito:loa:N. Source: API
 * reference of AcrConfiguration.
 */
export const acrWithoutDefaults: CarryStep = (tree) => {
  const { AcrConfiguration, ...others } = tree;
  if (!isJsonObject(AcrConfiguration)) return tree;
  const own = Object.entries(AcrConfiguration).filter(([level, entry]) => !isDefault(level, entry));
  return own.length === 0 ? others : { ...others, AcrConfiguration: Object.fromEntries(own) };
};

const isDefault = (level: string, entry: unknown): boolean => {
  const number = /^Level([1-4])$/.exec(level)?.[1];
  return (
    isJsonObject(entry) && Object.keys(entry).length === 1 && entry.AcrValue === `urn:cognito:loa:${number}`
  );
};

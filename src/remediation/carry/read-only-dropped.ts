import { settings } from '../../pool/settings.ts';
import type { CarryStep } from './carry-rule.ts';

const topMember = (path: string): string => path.split('.')[0] ?? path;

const readOnly: ReadonlySet<string> = new Set(
  settings
    .filter((setting) => setting.carry === 'not-sent' && setting.read === undefined)
    .map(({ path }) => topMember(path)),
);

/**
 * Leaves out what Describe tells and UpdateUserPool doesn't take. Only members that the catalogue knows as
 * read-only go: one that it doesn't know may be a setting, and is carried. Source: service model; developer guide,
 * updating a user pool.
 */
export const readOnlyDropped: CarryStep = (tree) =>
  Object.fromEntries(Object.entries(tree).filter(([member]) => !readOnly.has(member)));

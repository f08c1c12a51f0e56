import type { JsonObject } from '../../pool/json.ts';
import type { SettingChange } from '../setting-change.ts';

/**
 * Turns part of what Describe returned into what UpdateUserPool takes.
 * @param tree the body so far, at first the whole `UserPool` as read
 * @param changes what the plan will put on top: a rule may have to make room for it
 */
export type CarryStep = (tree: JsonObject, changes: readonly SettingChange[]) => JsonObject;

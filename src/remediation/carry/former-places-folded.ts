import type { JsonObject } from '../../pool/json.ts';
import { jsonAt } from '../../pool/pool-snapshot.ts';
import { settings } from '../../pool/settings.ts';
import { withMember, withoutMember } from '../request-tree.ts';
import type { CarryStep } from './carry-rule.ts';

const formerPlaces = settings.flatMap(({ path, foldedInto }) => (foldedInto ? [{ path, foldedInto }] : []));

/**
 * Describe returns some settings twice, at the former place and at the one in use. AWS refuses
 * UnusedAccountValidityDays beside TemporaryPasswordValidityDays (aws-sdk-js #3817), and a message's former
 * place would bring back an old text. So the value goes to the place in use, where that one is missing.
 */
export const formerPlacesFolded: CarryStep = (tree) =>
  formerPlaces.reduce<JsonObject>((folded, { path, foldedInto }) => {
    const former = jsonAt(folded, path);
    if (former === undefined) return folded;
    const rest = withoutMember(folded, path);
    const current = jsonAt(rest, foldedInto);
    const missing = current === undefined || current === null || current === '';
    return missing ? withMember(rest, foldedInto, former) : rest;
  }, tree);

import { invalidParameter } from '../../answer.ts';
import { type JsonObject, objectAt, stringAt } from '../../json.ts';
import { ACR_DEFAULTS } from '../defaults.ts';
import type { Coupling } from './proposed-pool.ts';

/** What RFC 3986 allows in a URI. */
const URI = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;

/** SDK documentation of AcrConfiguration: names of URI characters, unique over all four levels, defaults included. */
export const acrNames: Coupling = ({ after }) => {
  const effective: JsonObject = { ...ACR_DEFAULTS, ...objectAt(after.settings, 'AcrConfiguration') };
  const names = Object.keys(effective).map((level) => stringAt(objectAt(effective, level), 'AcrValue') ?? '');
  if (names.some((name) => !URI.test(name))) {
    return invalidParameter('AcrValue may only contain characters that are valid in a URL or a URN');
  }
  if (new Set(names).size === names.length) return undefined;
  return invalidParameter('Each AcrValue must be unique across all levels, including default names');
};

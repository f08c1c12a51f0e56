import { isUnknownHost } from '../../pool/is-unknown-host.ts';
import type { Unreached } from '../listing/listing.ts';
import { counted } from '../report/counted.ts';
import { type MissingPermission, missingPermission } from './missing-permission.ts';
import { permissionSentence, reasonOf } from './reason-of.ts';

/** Where AWS gave no answer. */
export interface Place {
  readonly region: string;
  /** The id of a pool; absent where the Region's pools could not be listed. */
  readonly pool?: string;
}

/** What could not be looked at, said once for each reason and not for each pool. */
export interface Misses {
  readonly add: (place: Place, error: unknown) => void;
  readonly unreached: () => readonly Unreached[];
  /** Regions that have no Cognito: there is nothing to look at. */
  readonly withoutCognito: () => readonly string[];
  readonly addEmpty: (region: string) => void;
  /** Regions that have no pool. */
  readonly withoutPools: () => readonly string[];
}

/** What has one remedy. Of many errors the first is kept. */
interface Group {
  readonly first: Place;
  readonly error: unknown;
  readonly missing: MissingPermission | undefined;
  readonly regions: Set<string>;
  times: number;
}

/**
 * Nothing is missed yet.
 * @param isEveryRegion true where nobody named the Regions: one without Cognito is no mistake then
 */
export const collectMisses = (isEveryRegion = false): Misses => {
  const groups = new Map<string, Group>();
  const withoutCognito = new Set<string>();
  const withoutPools = new Set<string>();
  return {
    add: (place, error) => {
      if (isEveryRegion && isUnknownHost(error)) {
        withoutCognito.add(place.region);
        return;
      }
      const missing = missingPermission(error);
      const kind = missing
        ? [missing.action, missing.forbiddenBy]
        : [nameOf(error), place.region, place.pool !== undefined];
      const key = JSON.stringify(kind);
      const group = groups.get(key) ?? { first: place, error, missing, regions: new Set(), times: 0 };
      group.times += 1;
      group.regions.add(place.region);
      groups.set(key, group);
    },
    unreached: () => [...groups.values()].map(unreachedOf),
    withoutCognito: () => [...withoutCognito].toSorted(),
    addEmpty: (region) => withoutPools.add(region),
    withoutPools: () => [...withoutPools].toSorted(),
  };
};

const nameOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.name : String(cause);
};

const unreachedOf = ({ first, error, missing, regions, times }: Group): Unreached => {
  const where = [...regions].toSorted().join(', ');
  if (times === 1) return { what: first.pool ?? where, message: reasonOf(error) };
  const what = first.pool === undefined ? where : `${counted(times, 'pool')} of ${where}`;
  const reason = missing ? permissionSentence(onAll(missing, regions.size > 1)) : reasonOf(error);
  return { what, message: first.pool === undefined ? reason : `${reason} The first is ${first.pool}.` };
};

/** The resource in a policy that allows the action on all pools, and in all Regions if it was refused in several. */
const onAll = ({ resource, ...missing }: MissingPermission, areMany: boolean): MissingPermission => {
  if (resource === undefined) return missing;
  const all = resource.replace(/\/[^/]*$/, '/*');
  return { ...missing, resource: areMany ? all.replace(/^((?:[^:]*:){3})[^:]*/, '$1*') : all };
};

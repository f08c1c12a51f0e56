import type { Json, JsonObject } from '../json.ts';

/** A trail as its owner set it up. */
export interface Trail {
  readonly name: string;
  readonly homeRegion: string;
  readonly isMultiRegion: boolean;
  /** True for a trail of the organization's management account, which members see. */
  readonly isOrganization: boolean;
  readonly isLogging: boolean;
  /** As GetEventSelectors answers: EventSelectors or AdvancedEventSelectors. */
  readonly selectors: JsonObject;
  /** Set where the last delivery to the bucket failed: AWS's code for it. */
  readonly deliveryError?: string;
}

/** The trails that the account sees. */
export interface Trails {
  readonly all: readonly Trail[];
  /** Replaces every trail. */
  set(trails: readonly Trail[]): void;
  /** Trails whose events are those of a Region. */
  in(region: string): readonly Trail[];
}

/** What a trail has that was made in the console with nothing changed: all management events. */
export const MANAGEMENT_EVENTS: readonly Json[] = [
  {
    ReadWriteType: 'All',
    IncludeManagementEvents: true,
    DataResources: [],
    ExcludeManagementEventSources: [],
  },
];

/** A trail that records every management event of every Region. */
export function aTrail(trail: Partial<Trail> = {}): Trail {
  return {
    name: 'management-events',
    homeRegion: 'us-east-1',
    isMultiRegion: true,
    isOrganization: false,
    isLogging: true,
    selectors: { EventSelectors: MANAGEMENT_EVENTS },
    ...trail,
  };
}

/** One trail that records everything. */
export function createTrails(): Trails {
  let trails: readonly Trail[] = [aTrail()];
  return {
    get all() {
      return trails;
    },
    set: (others) => {
      trails = others;
    },
    in: (region) => trails.filter((trail) => trail.isMultiRegion || trail.homeRegion === region),
  };
}

import { type Answer, answered, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { type JsonObject, stringAt, stringsAt } from '../json.ts';
import { lookupEvents } from './lookup-events.ts';
import type { Trail, Trails } from './trails.ts';

/** What CloudTrail's operations work on. */
export interface CloudTrailWorld {
  readonly accountId: string;
  readonly trails: Trails;
  /** Every record, oldest first. */
  readonly trail: readonly JsonObject[];
  /** When LookupEvents was called last, by Region, in milliseconds: what its rate is counted by. */
  readonly lookups: Map<string, readonly number[]>;
  /** Milliseconds until the event history has a record; AWS takes about five minutes. */
  readonly historyDelay: () => number;
}

/** Runs one CloudTrail call. */
export function runCloudTrail(world: CloudTrailWorld, call: Call): Answer {
  switch (call.operation) {
    case 'DescribeTrails':
      return describeTrails(world, call);
    case 'GetTrailStatus':
      return onTrail(world, call, 'Name', trailStatus);
    case 'GetEventSelectors':
      return onTrail(world, call, 'TrailName', (trail) => ({
        TrailARN: arnOf(world, trail),
        ...trail.selectors,
      }));
    case 'LookupEvents':
      return lookupEvents(world, call);
    default:
      return refused('UnknownOperationException', `Unknown operation: ${call.operation}`);
  }
}

/** Shadow trails, those of other Regions that record this one, are shown if not said otherwise. */
function describeTrails(world: CloudTrailWorld, call: Call): Answer {
  const names = stringsAt(call.input, 'trailNameList');
  const shadows = call.input.includeShadowTrails !== false;
  const shown = world.trails
    .in(call.region)
    .filter(({ homeRegion }) => shadows || homeRegion === call.region)
    .filter(
      (trail) => names.length === 0 || names.includes(trail.name) || names.includes(arnOf(world, trail)),
    );
  return answered({
    trailList: shown.map((trail) => ({
      Name: trail.name,
      TrailARN: arnOf(world, trail),
      HomeRegion: trail.homeRegion,
      S3BucketName: 'a-bucket-of-records',
      IsMultiRegionTrail: trail.isMultiRegion,
      IsOrganizationTrail: trail.isOrganization,
      HasCustomEventSelectors: true,
    })),
  });
}

/** A shadow trail is known by its ARN alone: AWS CloudTrail API reference of GetTrailStatus. */
function onTrail(
  world: CloudTrailWorld,
  call: Call,
  member: string,
  show: (trail: Trail) => JsonObject,
): Answer {
  const name = stringAt(call.input, member) ?? '';
  const found = world.trails
    .in(call.region)
    .find(
      (trail) => arnOf(world, trail) === name || (trail.name === name && trail.homeRegion === call.region),
    );
  return found
    ? answered(show(found))
    : refused('TrailNotFoundException', `Unknown trail: ${name} for the user: ${world.accountId}`);
}

function trailStatus({ isLogging, deliveryError }: Trail): JsonObject {
  return { IsLogging: isLogging, ...(deliveryError ? { LatestDeliveryError: deliveryError } : {}) };
}

/** A trail of the organization belongs to its management account. */
function arnOf({ accountId }: CloudTrailWorld, { name, homeRegion, isOrganization }: Trail): string {
  return `arn:aws:cloudtrail:${homeRegion}:${isOrganization ? '999988887777' : accountId}:trail/${name}`;
}

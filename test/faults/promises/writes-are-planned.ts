import type { PoolSnapshot } from '../../../src/pool/pool-snapshot.ts';
import { differences } from '../../properties/differences.ts';
import type { Run } from '../run-seed.ts';
import type { OurWrite } from '../world/observed.ts';

/** The places in AWS's answers that a write changed beside its plan: it put them back to what its look had seen. */
export const overwritten = ({ before, after, planned }: OurWrite): readonly string[] =>
  placesOf(before, after, planned);

const placesOf = (
  before: PoolSnapshot,
  after: PoolSnapshot,
  planned: OurWrite['planned'],
): readonly string[] =>
  differences(before, after, planned?.map(({ setting }) => setting) ?? []).map(
    (difference) => difference.split(': ')[0] ?? '',
  );

/**
 * No write changed a setting that its plan doesn't name, but for those that somebody else changed between the look
 * and the write: Cognito has no conditional write, and a write puts those back to what the look saw.
 */
export const writesArePlanned = ({ stage }: Run): readonly string[] => [
  ...stage.observed.violations,
  ...stage.observed.writes.flatMap((write) => {
    const { outcome, pool, base, after, planned } = write;
    if (!base) return [`${outcome} wrote to ${pool} without a look.`];
    const ofTheLook = new Set(placesOf(base, after, planned));
    return overwritten(write)
      .filter((place) => ofTheLook.has(place))
      .map((place) => `${outcome} changed ${place} of ${pool}, which no plan names.`);
  }),
];

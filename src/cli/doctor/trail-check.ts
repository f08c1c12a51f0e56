import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { inert } from '../report/inert.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import { type TrailUse, trailUses } from './trail-uses.ts';

const todo =
  'Have a trail log management events, write at least: docs/deploy.md. Without one EventBridge gets no event of a call.';

/** Whose trails they are, and where somebody is told of what is done to one; absent where nobody knows. */
interface Told {
  readonly accountId: string;
  readonly regions: readonly string[] | undefined;
}

/**
 * Whether a trail records the calls of this Region that change pools, and whether people would be told of whoever stops
 * it. That they would not is said, and is not wrong.
 * @param name what the check is called
 */
export const trailCheck = async (name: string, region: string, told: Told): Promise<Check> => {
  const uses = await trailUses(new CloudTrailClient({ region }));
  if (uses.length === 0) return wrong(name, `No trail records ${inert(region)}.`, todo);
  const logging = uses.filter((use) => use.kind === 'logs');
  const best = logging.find((use) => !isStoppedUnheard(use, told)) ?? logging[0];
  if (best)
    return ok(
      name,
      [
        `The trail ${best.trail} logs writing calls of ${inert(region)}.`,
        ...(isStoppedUnheard(best, told)
          ? [
              `Nobody is told of whoever stops it: that is recorded in ${inert(best.homeRegion)} alone, its home, which is not among regions.`,
            ]
          : []),
      ].join(' '),
    );
  const open = uses.filter((use) => use.kind === 'unknown');
  const reasons = uses.map((use) => (use.kind === 'logs' ? '' : use.why)).join('; ');
  if (open.length === 0)
    return wrong(name, `No trail logs writing calls of ${inert(region)}: ${reasons}.`, todo);
  const actions = [...new Set(open.flatMap(({ action }) => (action === undefined ? [] : [action])))];
  return unknown(
    name,
    `Whether a trail logs writing calls of ${inert(region)} can't be seen: ${reasons}.`,
    actions.length === 0 ? 'Ask whoever runs the trail.' : `Add ${actions.join(' and ')} to what you may do.`,
  );
};

/** Another account's trail is stopped there, by nobody of this one. */
const isStoppedUnheard = (
  { arn, homeRegion }: Extract<TrailUse, { kind: 'logs' }>,
  { accountId, regions }: Told,
): boolean => arn.split(':')[4] === accountId && regions?.includes(homeRegion) === false;

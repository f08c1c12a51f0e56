import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { inert } from '../report/inert.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import { trailUses } from './trail-uses.ts';

const todo =
  'Have a trail log management events, write at least: docs/deploy.md. Without one EventBridge gets no event of a call.';

/**
 * Whether a trail records the calls of this Region that change pools.
 * @param name what the check is called
 */
export const trailCheck = async (name: string, region: string): Promise<Check> => {
  const uses = await trailUses(new CloudTrailClient({ region }));
  if (uses.length === 0) return wrong(name, `No trail records ${inert(region)}.`, todo);
  const logging = uses.find(({ kind }) => kind === 'logs');
  if (logging?.kind === 'logs')
    return ok(name, `The trail ${logging.trail} logs writing calls of ${inert(region)}.`);
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

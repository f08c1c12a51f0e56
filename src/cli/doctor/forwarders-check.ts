import { inert } from '../report/inert.ts';
import { type Check, ok } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import { waysCheck } from './way.ts';
import { waysHome } from './ways-home.ts';

const name = 'forwarders';

/**
 * Whether the calls of every governed Region come home: its rule is there, enabled, matches what the rule at home
 * matches, and forwards to the bus there by the role made for that, and what arrives is fed to the queue.
 */
export const forwardersCheck = async (
  { regions, forwarding, queues, roles }: Pick<DeployedParts, 'regions' | 'forwarding' | 'queues' | 'roles'>,
  home: string,
): Promise<Check> => {
  const others = regions.filter((region) => region !== home);
  if (others.length === 0 || !forwarding)
    return ok(name, `None is needed: ${inert(home)} alone is looked after.`);
  const ways = await waysHome(
    {
      rule: forwarding.rule,
      does: 'forwards its calls',
      busRule: forwarding.busRule,
      shown: 'ForwardedCallsRule',
      to: { what: 'queue', name: queues.PoolChangesQueue?.split('/').at(-1) },
    },
    { others, home, forwarding, roles },
  );
  return waysCheck(name, ways, {
    says: `Calls of ${others.map(inert).join(', ')} are forwarded to ${inert(home)}.`,
  });
};

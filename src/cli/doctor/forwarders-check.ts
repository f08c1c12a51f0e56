import { inert } from '../report/inert.ts';
import { type Check, ok } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import type { DeployedRule } from './rules-part.ts';
import { rulesUntold } from './rules-untold.ts';
import { waysCheck } from './way.ts';
import { ruleOnBus, waysHome } from './ways-home.ts';

const name = 'forwarders';

/**
 * Whether the calls of every governed Region come home: its rule is there, enabled, matches what the rule at home
 * matches, and forwards to the bus there by the role made for that, and what arrives is fed to the queue.
 * @param rules what the rules at home were deployed as; undefined where nothing tells
 */
export const forwardersCheck = async (
  rules: readonly DeployedRule[] | undefined,
  { regions, forwarding, roles }: Pick<DeployedParts, 'regions' | 'forwarding' | 'roles'>,
  home: string,
): Promise<Check> => {
  const others = regions.filter((region) => region !== home);
  if (others.length === 0 || !forwarding)
    return ok(name, `None is needed: ${inert(home)} alone is looked after.`);
  const atHome = rules?.find(({ rule }) => rule === ruleOnBus(forwarding.busRule));
  if (!atHome) return rulesUntold(name);
  const ways = await waysHome(
    { rule: forwarding.rule, does: 'forwards its calls', atHome },
    { others, home, forwarding, roles },
  );
  return waysCheck(name, ways, {
    says: `Calls of ${others.map(inert).join(', ')} are forwarded to ${inert(home)}.`,
  });
};

import type { AwsAccount } from '../aws-account.ts';
import { inert } from '../report/inert.ts';
import { type Check, ok } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import type { DeployedRule } from './rules-part.ts';
import { rulesUntold } from './rules-untold.ts';
import { untoldElsewhere } from './untold-elsewhere.ts';
import { waysCheck } from './way.ts';
import { ruleOnBus, waysHome } from './ways-home.ts';

const name = 'tampering';

type Parts = Pick<DeployedParts, 'regions' | 'forwarding' | 'roles' | 'key' | 'organization'>;

/** Where AWS records calls on roles: repost.aws/knowledge-center/eventbridge-rule-triggers-iam-single-region. */
const regionOfRoles = 'us-east-1';

/**
 * Whether people are told of whoever tampers with what is in other Regions, and of calls on roles: the rule in each
 * Region that watches is there, enabled, matches what the one at home matches, and forwards, and that one publishes on
 * the tampering topic; and nothing lies in another Region that could not be forwarded. The rules that tell of what is at
 * home belong to the check of rules.
 * @param rules what the rules at home were deployed as; undefined where nothing tells
 */
export const tamperingCheck = async (
  rules: readonly DeployedRule[] | undefined,
  parts: Parts,
  { accountId, region: home }: Pick<AwsAccount, 'accountId' | 'region'>,
): Promise<Check> => {
  const { regions, forwarding, roles, organization } = parts;
  const others = regions.filter((region) => region !== home);
  const besides = rolesUntold(parts);
  if (others.length === 0 || !forwarding)
    return ok(
      name,
      [
        `No rule elsewhere has to tell of it: ${inert(home)} alone is looked after.`,
        ...(besides ? [besides] : []),
      ].join(' '),
    );
  const atHome = rules?.find(({ rule }) => rule === ruleOnBus(forwarding.busWatch));
  if (!atHome) return rulesUntold(name);
  const ways = await waysHome(
    {
      rule: forwarding.watch,
      does: 'watches what is there',
      // Nothing goes from bus to bus to bus: the centre is told from there.
      centreBus: organization?.kind === 'member' ? organization.bus : undefined,
      atHome,
    },
    { others, home, forwarding, roles },
  );
  const untold = await untoldElsewhere(others, forwarding.deadLetters, accountId);
  return waysCheck(name, [...ways, ...untold], {
    says: `Whoever changes the rules in ${others.map(inert).join(', ')}${others.includes(regionOfRoles) ? ", or Lifeguard's roles," : ''} is told of in ${inert(home)}.`,
    besides,
  });
};

/** In GovCloud and China AWS forwards nothing from one Region to another. */
const rolesUntold = ({ regions, key }: Parts): string | undefined =>
  regions.includes(regionOfRoles) || !key.startsWith('arn:aws:')
    ? undefined
    : `Nobody is told of whoever changes Lifeguard's roles: AWS records that in ${regionOfRoles} alone, which is not among regions.`;

import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { inert } from '../report/inert.ts';
import { NotAnswered } from './ask-aws.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import type { DeployedParts, Forwarding } from './deployed-parts.ts';
import { ruleNamed } from './rule-named.ts';

const name = 'forwarders';

type Parts = Pick<DeployedParts, 'regions' | 'forwarding' | 'queues' | 'roles'>;

/** How the way home stands in one place. */
type Way =
  | { readonly kind: 'open' }
  | { readonly kind: 'closed'; readonly why: string; readonly todo?: string }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Whether the calls of every governed Region come home: its rule is there, enabled, and forwards to the bus at home by
 * the role made for that, and what arrives there is fed to the queue.
 */
export const forwardersCheck = async (parts: Parts, home: string): Promise<Check> => {
  const others = parts.regions.filter((region) => region !== home);
  const { forwarding } = parts;
  if (others.length === 0 || !forwarding)
    return ok(name, `None is needed: ${inert(home)} alone is looked after.`);
  const ways = await Promise.all([
    ...others.map((region) => known(region, () => wayFrom(region, home, forwarding, parts))),
    known(home, () => wayIn(home, forwarding, parts)),
  ]);
  const closed = ways.filter((way) => way.kind === 'closed');
  const open = ways.filter((way) => way.kind === 'unknown');
  const says = [...closed, ...open].map(({ why }) => why).join('; ');
  if (closed.length > 0) {
    const todos = [...new Set(closed.flatMap(({ todo }) => todo ?? []))];
    return wrong(name, `${says}.`, [...todos, 'docs/deploy.md, Regions'].join('; '));
  }
  if (open.length > 0)
    return unknown(
      name,
      `${says}.`,
      'Take the policy cognito-lifeguard-STAGE-REGION-doctor: docs/permissions.md; where an organization closes the Region, take it out of regions.',
    );
  return ok(name, `Calls of ${others.map(inert).join(', ')} are forwarded to ${inert(home)}.`);
};

const known = async (region: string, way: () => Promise<Way>): Promise<Way> => {
  try {
    return await way();
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    const what = error.isDenied ? `${error.action} is not allowed` : error.message;
    return { kind: 'unknown', why: `${inert(region)}: ${what}` };
  }
};

const wayFrom = async (
  region: string,
  home: string,
  forwarding: Forwarding,
  { roles }: Parts,
): Promise<Way> => {
  const rule = await ruleNamed(new EventBridgeClient({ region }), forwarding.rule);
  const closed = (why: string, todo: string): Way => ({
    kind: 'closed',
    why: `${inert(region)} ${why}`,
    todo,
  });
  const why = `see why: aws cloudformation list-stack-instances --region ${inert(home)} --stack-set-name ${inert(forwarding.stackSet)}`;
  if (!rule) return closed('has no rule that forwards its calls', why);
  if (!rule.isEnabled)
    return closed(
      'has its rule disabled',
      `aws events enable-rule --region ${inert(region)} --name ${inert(forwarding.rule)}, and ask who disabled it`,
    );
  const target = rule.targets.find(({ arn }) => arn === forwarding.bus);
  if (!target) return closed('has a rule that does not forward to the bus at home', why);
  return target.roleArn === roles.ForwardRole
    ? { kind: 'open' }
    : closed('forwards by another role than ForwardRole', why);
};

const wayIn = async (home: string, { busRule }: Forwarding, { queues }: Parts): Promise<Way> => {
  const [, path = ''] = busRule.split(':rule/');
  const rule = await ruleNamed(new EventBridgeClient({ region: home }), path);
  const closed = (why: string, todo?: string): Way => ({ kind: 'closed', why, ...(todo && { todo }) });
  if (!rule) return closed('ForwardedCallsRule is gone', 'deploy again');
  const [bus = '', own = ''] = path.split('/');
  if (!rule.isEnabled)
    return closed(
      'ForwardedCallsRule is disabled',
      `aws events enable-rule --event-bus-name ${inert(bus)} --name ${inert(own)}, and ask who disabled it`,
    );
  const queue = queues.PoolChangesQueue?.split('/').at(-1);
  return rule.targets.some(({ arn }) => arn.split(':').at(-1) === queue)
    ? { kind: 'open' }
    : closed('ForwardedCallsRule has no target that is our queue', 'deploy again');
};

import { isDeepStrictEqual } from 'node:util';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { inert } from '../report/inert.ts';
import type { DeployedParts, Forwarding } from './deployed-parts.ts';
import { type FoundRule, ruleNamed } from './rule-named.ts';
import { lookedAt, type Way } from './way.ts';

/** A rule in each other Region, and the one on the bus at home that takes what it forwards. */
export interface Pair {
  /** The name of the rule in each other Region. */
  readonly rule: string;
  /** What that one does, after "rule that". */
  readonly does: string;
  /** A further bus that it forwards to, in a member of an organization: its ARN. */
  readonly centreBus?: string | undefined;
  /** The ARN of the rule on the bus, and what people call it. */
  readonly busRule: string;
  readonly shown: string;
  /** What the rule on the bus delivers to: in a word, and how its ARN ends. */
  readonly to: { readonly what: string; readonly name: string | undefined };
}

/** Where the rules of a pair are. */
export interface Between {
  readonly others: readonly string[];
  readonly home: string;
  readonly forwarding: Forwarding;
  readonly roles: DeployedParts['roles'];
}

/**
 * How the ways of a pair of rules stand: from each other Region, and in at home. Each rule in another Region has to match
 * what the one at home does, which the same deployment made.
 */
export const waysHome = async (pair: Pair, between: Between): Promise<readonly Way[]> => {
  const { others, home } = between;
  const [, path = ''] = pair.busRule.split(':rule/');
  const asked = ruleNamed(new EventBridgeClient({ region: home }), path);
  const last = await lookedAt(home, async () => wayIn(await asked, home, path, pair));
  // Where it can't be asked for, that is said already, and there is nothing to compare with.
  const atHome = await asked.catch(() => undefined);
  const ways = await Promise.all(
    others.map((region) => lookedAt(region, () => wayFrom(region, atHome, pair, between))),
  );
  return [...ways, last];
};

const wayFrom = async (
  region: string,
  atHome: FoundRule | undefined,
  { rule: name, does, shown, centreBus }: Pair,
  { home, forwarding, roles }: Between,
): Promise<Way> => {
  const rule = await ruleNamed(new EventBridgeClient({ region }), name);
  const closed = (why: string, todo: string): Way => ({
    kind: 'closed',
    why: `${inert(region)} ${why}`,
    todo,
  });
  const why = `see why: aws cloudformation list-stack-instances --region ${inert(home)} --stack-set-name ${inert(forwarding.stackSet)}`;
  if (!rule) return closed(`has no rule that ${does}`, why);
  if (!rule.isEnabled)
    return closed(
      `has the rule disabled that ${does}`,
      `aws events enable-rule --region ${inert(region)} --name ${inert(name)}, and ask who disabled it`,
    );
  if (atHome && !isDeepStrictEqual(rule.pattern, atHome.pattern))
    return closed(
      `has a rule that ${does} with another pattern than ${shown} at home`,
      `${why}, and where its stack is current ask who changed one of the two`,
    );
  const wanted = [
    { bus: forwarding.bus, called: 'at home' },
    ...(centreBus === undefined ? [] : [{ bus: centreBus, called: 'of the centre' }]),
  ];
  for (const { bus, called } of wanted) {
    const target = rule.targets.find(({ arn }) => arn === bus);
    if (!target) return closed(`has a rule that ${does}, but not to the bus ${called}`, why);
    if (target.roleArn !== roles.ForwardRole)
      return closed(`has a rule that ${does} by another role than ForwardRole`, why);
  }
  return { kind: 'open' };
};

const wayIn = (rule: FoundRule | undefined, home: string, path: string, { shown, to }: Pair): Way => {
  const closed = (why: string, todo: string): Way => ({ kind: 'closed', why: `${shown} ${why}`, todo });
  const [bus = '', own = ''] = path.split('/');
  if (!rule) return closed('is gone', 'deploy again');
  if (!rule.isEnabled)
    return closed(
      'is disabled',
      `aws events enable-rule --region ${inert(home)} --event-bus-name ${inert(bus)} --name ${inert(own)}, and ask who disabled it`,
    );
  return rule.targets.some(({ arn }) => arn.split(':').at(-1) === to.name)
    ? { kind: 'open' }
    : closed(`has no target that is our ${to.what}`, 'deploy again');
};

import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { inert } from '../report/inert.ts';
import type { DeployedParts, Forwarding } from './deployed-parts.ts';
import { type Difference, differences, enableRule, shownDifferences } from './differences.ts';
import { ruleNamed } from './rule-named.ts';
import type { DeployedRule } from './rules-part.ts';
import { lookedAt, type Way } from './way.ts';

/** A rule in each other Region, and the one on the bus at home that takes what it forwards. */
export interface Pair {
  /** The name of the rule in each other Region. */
  readonly rule: string;
  /** What that one does, after "rule that". */
  readonly does: string;
  /** A further bus that it forwards to, in a member of an organization: its ARN. */
  readonly centreBus?: string | undefined;
  /** What the rule on the bus was deployed as. */
  readonly atHome: DeployedRule;
}

/** Where the rules of a pair are. */
export interface Between {
  readonly others: readonly string[];
  readonly home: string;
  readonly forwarding: Forwarding;
  readonly roles: DeployedParts['roles'];
}

/** `BUS/NAME` of a rule by its ARN. */
export const ruleOnBus = (arn: string): string => arn.split(':rule/')[1] ?? '';

/**
 * How the ways of a pair of rules stand: from each other Region, and in at home. Each rule in another Region has to match
 * what the one at home was deployed to match, which the same deployment made.
 */
export const waysHome = async (pair: Pair, between: Between): Promise<readonly Way[]> => {
  const { others, home } = between;
  const ways = await Promise.all(
    others.map((region) => lookedAt(region, () => wayFrom(region, pair, between))),
  );
  return [...ways, await lookedAt(home, () => wayIn(home, pair))];
};

const wayFrom = async (
  region: string,
  { rule: name, does, atHome, centreBus }: Pair,
  { home, forwarding, roles }: Between,
): Promise<Way> => {
  const buses = [forwarding.bus, ...(centreBus === undefined ? [] : [centreBus])];
  const wanted = { pattern: atHome.pattern, targets: buses.map((arn) => ({ arn, role: roles.ForwardRole })) };
  const [first] = differences(await ruleNamed(new EventBridgeClient({ region }), name), wanted);
  if (!first) return { kind: 'open' };
  const seeWhy = `see why${forwarding.callAs === undefined ? '' : ', in the account of the centre'}: ${listInstances(home, forwarding)}`;
  const todo: { readonly [kind in Difference['kind']]?: string } = {
    disabled: `${enableRule(region, name)}, and ask who disabled it`,
    pattern: `${seeWhy}, and where its stack is current ask who changed one of the two`,
  };
  return {
    kind: 'closed',
    why: `${inert(region)} ${shownAway(first, does, atHome, centreBus)}`,
    todo: todo[first.kind] ?? seeWhy,
  };
};

const shownAway = (
  difference: Difference,
  does: string,
  { rule }: DeployedRule,
  centreBus: string | undefined,
): string => {
  switch (difference.kind) {
    case 'gone':
      return `has no rule that ${does}`;
    case 'disabled':
      return `has the rule disabled that ${does}`;
    case 'pattern':
      return `has a rule that ${does} with another pattern than ${inert(rule)} was deployed with at home`;
    case 'schedule':
      return `has a rule that ${does} by a schedule`;
    case 'target':
      return `has a rule that ${does}, but not to the bus ${difference.target.arn === centreBus ? 'of the centre' : 'at home'}`;
    case 'role':
      return `has a rule that ${does} by another role than ForwardRole`;
    case 'input':
      return `has a rule that ${does}, but hands on something else than the events`;
  }
};

/** Who makes the stacks that are there: this account's own stack set, or one of the organization. */
const listInstances = (home: string, { stackSet, callAs, bus }: Forwarding): string => {
  const [, , , , account = ''] = bus.split(':');
  const ofOrganization =
    callAs === undefined
      ? ''
      : ` --stack-instance-account ${account}${callAs === 'SELF' ? '' : ` --call-as ${callAs}`}`;
  return inert(
    `aws cloudformation list-stack-instances --region ${home} --stack-set-name ${stackSet}${ofOrganization}`,
  );
};

const wayIn = async (home: string, { atHome }: Pair): Promise<Way> => {
  const found = differences(await ruleNamed(new EventBridgeClient({ region: home }), atHome.rule), atHome);
  if (found.length === 0) return { kind: 'open' };
  const isOnlyDisabled = found.every(({ kind }) => kind === 'disabled');
  return {
    kind: 'closed',
    why: `${inert(atHome.rule)} ${shownDifferences(found)}`,
    todo: isOnlyDisabled
      ? `${enableRule(home, atHome.rule)}, and ask who disabled it`
      : 'deploy again, or where the template is unchanged put it back by hand as aws cloudformation get-template has it',
  };
};

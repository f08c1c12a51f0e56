import { callerOf, callGroups } from '../change/call-groups.ts';
import type { Actor } from '../change/cause.ts';
import { showValue } from '../pool/setting-value.ts';
import { actorName } from './actor-name.ts';
import { webAddress } from './links.ts';
import { callsOf, count, type NoticeFacts } from './notice-facts.ts';
import { type SourceTool, sourceProperty, sourceTool } from './source-property.ts';
import { joinWords, prose, type Words, words } from './words.ts';

/** One thing to do, with an address where one helps. */
export interface Step {
  readonly text: Words;
  readonly url?: string;
}

const own = (text: string): Words => [text];

/** AWS: a member that UpdateUserPool doesn't get is set to its default. */
const byHand = 'a bare update-user-pool call resets every setting that it does not name';

const declared: { readonly [tool in SourceTool]: string } = {
  CloudFormation: 'the CloudFormation template, or the CDK code that makes it',
  Terraform: 'the Terraform configuration',
};

/** What to change where the pool is declared, because the next deploy sets what it declares. */
const atTheSource = (facts: NoticeFacts, tool: SourceTool): readonly Step[] => {
  const properties = facts.settings.flatMap((row) => {
    const name = sourceProperty(tool, row.setting);
    if (name === undefined) return [];
    const to = row.to === undefined ? row.required.join(' and ') : showValue(row.to);
    return [words`${own(name)} to ${to}`];
  });
  if (properties.length === 0) return [];
  const more = properties.length > 4 ? [own(`${properties.length - 4} more as listed`)] : [];
  const list = joinWords([...properties.slice(0, 4), ...more], ', ');
  return [
    { text: words`In ${own(declared[tool])}, set ${list}; else the next deploy brings back what was found.` },
  ];
};

const askForExemption = (facts: NoticeFacts): readonly Step[] => {
  const rules = facts.outcome.findings.filter((finding) => finding.exemption === undefined);
  const url = rules
    .map((finding) => webAddress(finding.exemptionsUrl))
    .find((address) => address !== undefined);
  const owner = rules.find((finding) => finding.owner !== undefined)?.owner;
  if (url !== undefined) return [{ text: own('If it was intended, ask for an exemption:'), url }];
  return owner === undefined ? [] : [{ text: words`If it was intended, ask ${owner} for an exemption.` }];
};

/** The first three of many callers, and how many more there are. */
const names = (actors: readonly Actor[]): Words => {
  const named = joinWords(
    actors.slice(0, 3).map((actor) => words`${actorName(actor)}`),
    ', ',
  );
  return actors.length > 3 ? words`${named} and ${own(count(actors.length - 3, 'more caller'))}` : named;
};

const askWho = (facts: NoticeFacts): readonly Step[] => {
  const actors = callGroups(facts.outcome.causes).map(({ call }) => call.actor);
  const callers = [...new Map(actors.map((actor) => [callerOf(actor), actor])).values()];
  const people = callers.filter(({ invokedBy }) => invokedBy === undefined);
  const services = callers.filter(({ invokedBy }) => invokedBy !== undefined);
  return [
    ...(people.length === 0
      ? []
      : [
          {
            text: words`Ask ${names(people)} whether this was intended. If nobody knows of it, treat those credentials as stolen.`,
          },
        ]),
    ...(services.length === 0
      ? []
      : [{ text: words`Ask who deploys as ${names(services)} whether this was intended.` }]),
  ];
};

const mend = (facts: NoticeFacts): readonly Step[] => {
  const { outcome, pool } = facts;
  const refused = outcome.refusals.map((refusal) => ({ text: prose(refusal.next) }));
  const plan = words`See what remains: lifeguard plan --pool ${pool.id}`;
  switch (outcome.kind) {
    case 'remediated':
    case 'refused':
      return refused;
    case 'failed':
    case 'partly':
      return [
        { text: plan },
        ...refused,
        { text: words`Find the cause in the log of on-pool-change, under outcome ${outcome.id}.` },
      ];
    case 'planned':
      return [{ text: plan }];
    case 'reported':
      return facts.settings.length === 0
        ? []
        : [{ text: own(`Set it as required, in the console or at the source: ${byHand}.`) }];
    case 'paused':
      return facts.settings.length === 0
        ? []
        : [{ text: own(`If it can't wait for the end of the pause, set it in the console: ${byHand}.`) }];
    case 'gone':
      return [{ text: own('Tell the owner of the application: its users can no longer sign in.') }];
    case 'compliant':
    case 'covered':
    case 'ignored':
      return [];
  }
};

/** What the reader can do, most pressing first. */
export const nextSteps = (facts: NoticeFacts): readonly Step[] => {
  const tools = new Set(callsOf(facts).map((call) => sourceTool(call.actor)));
  const source = [...tools].flatMap((tool) => (tool === undefined ? [] : atTheSource(facts, tool)));
  return [...mend(facts), ...source, ...askWho(facts), ...askForExemption(facts)];
};

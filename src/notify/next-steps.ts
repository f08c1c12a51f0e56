import { showValue } from '../pool/setting-value.ts';
import { actorName } from './actor-name.ts';
import { webAddress } from './links.ts';
import { callsOf, type NoticeFacts } from './notice-facts.ts';
import { type SourceTool, sourceProperty, sourceTool } from './source-property.ts';
import { joinWords, prose, type Words, words } from './words.ts';

/** One thing to do, with an address where one helps. */
export interface Step {
  readonly text: Words;
  readonly url?: string;
}

const own = (text: string): Words => [text];

const wholeWrite = own(
  'By hand, use the console: a bare update-user-pool call resets every setting that it does not name.',
);

/** What to change where the pool is declared; without it the next deploy brings the found values back. */
const atTheSource = (facts: NoticeFacts, tool: SourceTool): readonly Step[] => {
  const properties = facts.settings.flatMap((row) => {
    const name = sourceProperty(tool, row.setting);
    if (name === undefined) return [];
    const to = row.to === undefined ? row.required.join(' and ') : showValue(row.to);
    return [words`${own(name)}: ${to}`];
  });
  if (properties.length === 0) return [];
  const place =
    tool === 'CloudFormation'
      ? 'the CloudFormation template, or the CDK code behind it'
      : 'the Terraform configuration';
  const more = properties.length > 5 ? [own(`and ${properties.length - 5} more`)] : [];
  const list = joinWords([...properties.slice(0, 5), ...more], '; ');
  return [{ text: words`Change it in ${own(place)}, or the next deploy brings it back. Set ${list}.` }];
};

const askForExemption = (facts: NoticeFacts): readonly Step[] => {
  const rules = facts.outcome.findings;
  const url = rules
    .map((finding) => webAddress(finding.exemptionsUrl))
    .find((address) => address !== undefined);
  const owner = rules.find((finding) => finding.owner !== undefined)?.owner;
  if (url !== undefined) return [{ text: own('If it was intended, ask for an exemption:'), url }];
  return owner === undefined ? [] : [{ text: words`If it was intended, ask ${owner} for an exemption.` }];
};

const askWho = (facts: NoticeFacts): readonly Step[] => {
  const [call] = callsOf(facts);
  return call ? [{ text: words`Ask ${actorName(call.actor)} whether this was intended.` }] : [];
};

const mend = (facts: NoticeFacts): readonly Step[] => {
  const { outcome, pool } = facts;
  const plan = words`See what is still to be done: lifeguard plan --pool ${pool.id}`;
  switch (outcome.kind) {
    case 'refused':
      return outcome.refusals.map((refusal) => ({ text: prose(refusal.next) }));
    case 'failed':
    case 'partly':
      return [
        { text: plan },
        ...outcome.refusals.map((refusal) => ({ text: prose(refusal.next) })),
        { text: words`Find the cause in the log of on-pool-change under outcome ${outcome.id}.` },
      ];
    case 'planned':
      return [{ text: plan }];
    case 'reported':
    case 'paused':
      return outcome.findings.length === 0 ? [] : [{ text: words`Set it as required. ${wholeWrite}` }];
    case 'remediated':
      return outcome.refusals.map((refusal) => ({ text: prose(refusal.next) }));
    case 'gone':
      return [
        {
          text: own(
            'If this was not intended, users can no longer sign in: tell the owner of the application now.',
          ),
        },
      ];
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
  const ask = [...askWho(facts), ...askForExemption(facts)];
  return [...mend(facts), ...source, ...ask];
};

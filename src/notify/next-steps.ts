import { callGroups } from '../change/call-groups.ts';
import { showValue } from '../pool/setting-value.ts';
import { askWho } from './ask-who.ts';
import { atTheSource } from './at-the-source.ts';
import { commands } from './commands.ts';
import { webAddress } from './links.ts';
import { toldFindings } from './news.ts';
import { callsOf, foundNothing, type LookFacts, type NoticeFacts } from './notice-facts.ts';
import { sourceTool } from './source-tool.ts';
import { prose, type Words, words } from './words.ts';

/** One thing to do, with an address or commands where they help. */
export interface Step {
  readonly text: Words;
  readonly url?: string;
  /** Made by `commands`: shown unbroken, to be copied. */
  readonly commands?: readonly string[];
}

const own = (text: string): Words => [text];

/** AWS: a member that UpdateUserPool doesn't get is set to its default. */
const byHand = 'a bare update-user-pool call resets every setting that it does not name';

/** What to do about a setting that Lifeguard leaves to people, or about several. */
export const setByHand = (it: 'it' | 'them' = 'it'): string =>
  `Set ${it} as required, at the source, in the console or with lifeguard set: ${byHand}.`;

const mendAtTheSource = (facts: LookFacts): readonly Step[] => {
  const tools = new Set(callsOf(facts).map((call) => sourceTool(call.actor)));
  const wanted = facts.settings.map(({ setting, to, required }) => ({
    setting,
    to: words`${to === undefined ? required.join(' and ') : showValue(to)}`,
  }));
  return [...tools].flatMap((tool) => (tool === undefined ? [] : atTheSource(tool, wanted)));
};

const askForExemption = ({ outcome }: LookFacts): readonly Step[] => {
  const rules = toldFindings(outcome);
  const url = rules
    .map((finding) => webAddress(finding.exemptionsUrl))
    .find((address) => address !== undefined);
  const owner = rules.find((finding) => finding.owner !== undefined)?.owner;
  if (url !== undefined) return [{ text: own('If it was intended, ask for an exemption:'), url }];
  if (owner !== undefined) return [{ text: words`If it was intended, ask ${owner} for an exemption.` }];
  const file = rules[0]?.at.replace(/:\d+$/, '');
  return file === undefined
    ? []
    : [{ text: words`If it was intended, ask whoever keeps ${file} for an exemption.` }];
};

const isWar = ({ outcome }: LookFacts): boolean => outcome.remarks.some(({ kind }) => kind === 'war');

/** What somebody had written at the command line is in no log. */
const causeInLog = ({ outcome }: LookFacts): readonly Step[] =>
  outcome.causes.length > 0 && outcome.causes.every(({ kind }) => kind === 'asked')
    ? []
    : [
        {
          text: words`Find the cause in the log group /aws/lambda/cognito-lifeguard-…-on-pool-change, under outcome ${outcome.id}.`,
        },
      ];

const mend = (facts: LookFacts): readonly Step[] => {
  const { outcome, pool } = facts;
  const it = facts.settings.length > 1 ? 'them' : 'it';
  const refused = outcome.refusals.map((refusal) => ({ text: prose(refusal.next) }));
  const planAndApply = [commands.plan(pool), commands.apply(pool)];
  switch (outcome.kind) {
    case 'remediated':
    case 'refused':
      return refused;
    case 'failed':
    case 'partly':
      return [
        {
          text: own('See what remains, then have it put right; the next sweep tries, too:'),
          commands: planAndApply,
        },
        ...refused,
        ...causeInLog(facts),
      ];
    case 'planned':
      return [{ text: own('See the plan, then have it written:'), commands: planAndApply }];
    case 'reported':
      return facts.settings.every(({ resting }) => resting) ? [] : [{ text: own(setByHand(it)) }];
    case 'paused':
      return facts.settings.length === 0 || isWar(facts)
        ? []
        : [
            {
              text: own(
                `If it can't wait, set ${it} with lifeguard set or in the console (${byHand}), or end the pause:`,
              ),
              commands: [commands.resume(pool)],
            },
          ];
    case 'gone':
      return [
        { text: own('Tell the owner of the application: its users can no longer sign in.') },
        { text: words`If it was not intended, ask AWS Support at once to restore ${pool.id}.` },
      ];
    case 'compliant':
    case 'covered':
    case 'ignored':
      return [];
  }
};

/** The way back from what Lifeguard wrote. */
const takeBack = ({ outcome, pool }: LookFacts): readonly Step[] =>
  outcome.kind === 'remediated' || outcome.kind === 'partly'
    ? [
        {
          text: own(
            'If the fix does harm, take it back, or have Lifeguard leave the pool alone for a while:',
          ),
          commands: [...commands.undo(pool, outcome.id), commands.pause(pool)],
        },
      ]
    : [];

/** What the reader can do, most pressing first. */
export const nextSteps = (facts: NoticeFacts): readonly Step[] => [
  ...facts.stories.flatMap(({ steps }) => steps),
  ...mend(facts),
  // A war's own steps say what to change at the source, of more than was found this time.
  ...(isWar(facts) ? [] : mendAtTheSource(facts)),
  ...(foundNothing(facts) && facts.stories.some(({ asks }) => asks)
    ? []
    : askWho(callGroups(facts.outcome.causes).map(({ call }) => call.actor))),
  ...askForExemption(facts),
  ...takeBack(facts),
];

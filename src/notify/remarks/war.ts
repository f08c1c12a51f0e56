import { callerOf, callGroups } from '../../change/call-groups.ts';
import type { Actor } from '../../change/cause.ts';
import { showValue } from '../../pool/setting-value.ts';
import { actorLines } from '../actor-lines.ts';
import { actorName } from '../actor-name.ts';
import { namesOf } from '../ask-who.ts';
import { atTheSource, type WantedSetting } from '../at-the-source.ts';
import { commands } from '../commands.ts';
import { firstLines } from '../first-lines.ts';
import { moment } from '../moment.ts';
import type { Step } from '../next-steps.ts';
import { callsOf, count, type LookFacts, poolTitle, shortSetting } from '../notice-facts.ts';
import { sourceTool } from '../source-tool.ts';
import { type Words, words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

type War = RemarkOf<'war'>;

/** What each setting is to be at its source: those that are fought over, and what else the look found. */
const wanted = ({ settings }: War, facts: LookFacts): readonly WantedSetting[] =>
  [...new Set([...settings, ...facts.settings.map(({ setting }) => setting)])].map((setting) => {
    const row = facts.settings.find((candidate) => candidate.setting === setting);
    if (!row) return { setting, to: ['what policy requires'] };
    return { setting, to: words`${row.to === undefined ? row.required.join(' and ') : showValue(row.to)}` };
  });

const ourSide = (remark: War, facts: LookFacts): readonly Words[] =>
  firstLines(
    wanted(remark, facts)
      .filter(({ setting }) => remark.settings.some((fought) => fought === setting))
      .map(({ setting, to }) => words`Lifeguard sets ${[setting]} to ${to}`),
    4,
  );

/** The caller whom the notice tells of in full below needs no more here than a name. */
const sideLines = (actor: Actor, { outcome }: LookFacts): readonly Words[] => {
  const [first] = callGroups(outcome.causes);
  if (first && callerOf(first.call.actor) === callerOf(actor)) return [words`${actorName(actor)}`];
  const { identity, program } = actorLines(actor);
  return [...identity, ...program];
};

const theirSide = ({ actors, stack }: War, facts: LookFacts): readonly Words[] => [
  ...(actors.length === 0 ? [['the other side isn’t known: no call was recorded']] : []),
  ...actors.slice(0, 3).flatMap((actor) => sideLines(actor, facts)),
  ...(actors.length > 3 ? [[`and ${count(actors.length - 3, 'more caller')}`]] : []),
  ...(stack === undefined ? [] : [words`CloudFormation stack ${stack} (as the pool's tags claim)`]),
];

/** Where the other side is to be changed, so that it no longer asks for what policy forbids. */
const endIt = (remark: War, facts: LookFacts): readonly Step[] => {
  const { actors, stack } = remark;
  const tools = [
    ...actors.map(sourceTool),
    ...callsOf(facts).map(({ actor }) => sourceTool(actor)),
    ...(stack === undefined ? [] : (['CloudFormation'] as const)),
  ].filter((tool) => tool !== undefined);
  const source = [...new Set(tools)].flatMap((tool) => atTheSource(tool, wanted(remark, facts)));
  if (source.length > 0) return source;
  return [
    {
      text: words`Find what runs as ${namesOf(actors)}, and set there what policy requires.`,
    },
  ];
};

/** Somebody and Lifeguard undo each other: both are named, with what to change so that it ends. */
export const war = (remark: War, facts: LookFacts): RemarkStory => {
  const { settings, times, actors, nextWriteAt } = remark;
  const pool = poolTitle(facts);
  const who = namesOf(actors);
  const [first, ...more] = settings;
  const one = first && more.length === 0 ? shortSetting(first) : undefined;
  const what = one ?? count(settings.length, 'setting');
  const often = count(times, 'time');
  return {
    place: 'first',
    result: `Undone ${often}`,
    subject: words`${one === undefined ? words`${[what]} of ${pool}` : words`${pool} ${[what]}`}, by ${who}`,
    sentences: [
      words`Lifeguard and ${who} undo each other on ${pool}: ${[what]} ${[one === undefined ? 'were' : 'was']} put right and changed back ${[often]}.`,
      ...(facts.outcome.kind === 'paused' && facts.outcome.reason !== undefined
        ? []
        : [
            words`Until somebody settles it, Lifeguard writes less often, next at ${moment(nextWriteAt)} at the earliest.`,
          ]),
    ],
    sections: [
      {
        label: 'Sides',
        lines: [
          ...theirSide(remark, facts),
          ...ourSide(remark, facts),
          words`and writes again at ${moment(nextWriteAt)} at the earliest`,
        ],
      },
    ],
    steps: [
      ...endIt(remark, facts),
      {
        text: ['Once that is done, have Lifeguard write at once again:'],
        commands: [commands.resetBreaker(facts.pool)],
      },
    ],
    severity: 'high',
    urgent: true,
  };
};

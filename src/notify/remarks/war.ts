import { showValue } from '../../pool/setting-value.ts';
import { actorLines } from '../actor-lines.ts';
import { namesOf } from '../ask-who.ts';
import { atTheSource } from '../at-the-source.ts';
import { firstLines } from '../first-lines.ts';
import { moment } from '../moment.ts';
import { count, type LookFacts, poolTitle, shortSetting } from '../notice-facts.ts';
import type { Section } from '../section.ts';
import { sourceTool } from '../source-property.ts';
import { joinWords, type Words, words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

type War = RemarkOf<'war'>;

/** What policy asks of a setting, as the plan has it or the rules; undefined where the look has no finding on it. */
const wanted = (setting: string, { settings }: LookFacts): Words | undefined => {
  const row = settings.find((candidate) => candidate.setting === setting);
  if (!row) return undefined;
  return words`${row.to === undefined ? row.required.join(' and ') : showValue(row.to)}`;
};

const ourSide = ({ settings, times }: War, facts: LookFacts): readonly Words[] =>
  firstLines(
    settings.map((setting) => {
      const to = wanted(setting, facts);
      const value = to === undefined ? ['what policy requires'] : to;
      return words`Lifeguard sets ${[setting]} to ${value}; undone ${[count(times, 'time')]}`;
    }),
    4,
  );

const theirSide = ({ actors, stack }: War): readonly Words[] => [
  ...(actors.length === 0 ? [['the other side isn’t known: no call was recorded']] : []),
  ...actors.slice(0, 4).flatMap((actor) => {
    const { identity, program } = actorLines(actor);
    return [...identity, ...program];
  }),
  ...(actors.length > 4 ? [[`and ${count(actors.length - 4, 'more caller')}`]] : []),
  ...(stack === undefined ? [] : [words`CloudFormation stack ${stack} (as the pool's tags claim)`]),
];

const sides = (remark: War, facts: LookFacts): Section => ({
  label: 'Sides',
  lines: [...ourSide(remark, facts), ...theirSide(remark)],
});

/** Somebody and Lifeguard undo each other: both are named, with what to change so that it ends. */
export const war = (remark: War, facts: LookFacts): RemarkStory => {
  const { settings, times, actors, stack, nextWriteAt } = remark;
  const pool = poolTitle(facts);
  const who = actors.length === 0 ? ['somebody unknown'] : namesOf(actors);
  const [setting, ...more] = settings;
  const what = setting && more.length === 0 ? shortSetting(setting) : count(settings.length, 'setting');
  const tools = new Set([
    ...actors.map(sourceTool),
    ...(stack === undefined ? [] : (['CloudFormation'] as const)),
  ]);
  const targets = settings.map((path) => ({
    setting: path,
    to: wanted(path, facts) ?? ['what policy requires'],
  }));
  return {
    place: 'first',
    result: `Undone ${count(times, 'time')}`,
    subject: words`${pool} ${[what]}, by ${who}`,
    sentences: [
      words`Lifeguard and ${who} undo each other on ${pool}: ${[what]} was put right and changed back ${[count(times, 'time')]}.`,
      words`Until somebody settles it, Lifeguard writes less often; the next write is at ${moment(nextWriteAt)}.`,
    ],
    sections: [sides(remark, facts)],
    steps: [
      ...[...tools].flatMap((tool) => (tool === undefined ? [] : atTheSource(tool, targets))),
      ...(tools.has('CloudFormation') || tools.has('Terraform')
        ? []
        : [
            {
              text: joinWords(
                [
                  words`Stop what changes it back: find what ${who} runs, and set there what policy requires.`,
                  ['Or ask for an exemption, if it can’t be changed.'],
                ],
                ' ',
              ),
            },
          ]),
    ],
    severity: 'high',
    urgent: true,
  };
};

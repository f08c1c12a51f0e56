import { showValue } from '../../pool/setting-value.ts';
import { actorName } from '../actor-name.ts';
import { commands } from '../commands.ts';
import { firstLines } from '../first-lines.ts';
import { moment } from '../moment.ts';
import type { Step } from '../next-steps.ts';
import { count, type LookFacts, poolTitle, shortSetting } from '../notice-facts.ts';
import { type Words, words } from '../words.ts';
import type { RemarkOf, RemarkStory } from './remark-story.ts';

type LostUpdate = RemarkOf<'lost-update'>;

/** What of it can be put back with a command that carries everything else of the pool. */
const restore = ({ settings, actor }: LostUpdate, { pool }: LookFacts): readonly Step[] => {
  const triggers = settings
    .filter(({ setting }) => setting.startsWith('LambdaConfig.'))
    .flatMap(({ setting, theirs }) => commands.setTrigger(pool, setting, theirs));
  const ask = {
    text: words`Ask ${actorName(actor)} what the call was to set, and whether the pool still has it.`,
  };
  return triggers.length === 0
    ? [ask]
    : [
        ask,
        {
          text: ['If what the call set is right, put it back. This leaves everything else as it is:'],
          commands: triggers.slice(0, 2),
        },
      ];
};

/** Somebody else's call fell between our look and our write. */
export const lostUpdate = (remark: LostUpdate, facts: LookFacts): RemarkStory => {
  const { call, eventTime, actor, settings, outcome, writtenAt } = remark;
  const pool = poolTitle(facts);
  const [first, ...more] = settings;
  const what = first && more.length === 0 ? shortSetting(first.setting) : count(settings.length, 'setting');
  const whatSentence: Words =
    first && more.length === 0
      ? words`${[shortSetting(first.setting)]} is ${showValue(first.ours)}, and was to be ${showValue(first.theirs)}.`
      : settings.length === 0
        ? ['The record doesn’t say what the call was to set.']
        : [`${count(settings.length, 'setting')} may not be what the call was to set.`];
  return {
    place: 'first',
    result: 'May be overwritten',
    subject: words`${pool}${settings.length === 0 ? [] : [` ${what}`]}, set by ${actorName(actor)}`,
    sentences: [
      words`Lifeguard's write to ${pool} of ${moment(writtenAt)} may have overwritten what ${actorName(actor)} set with ${call} at ${moment(eventTime)}.`,
      whatSentence,
      ...(remark.callsOmitted === undefined
        ? []
        : [[`${count(remark.callsOmitted, 'more call')} may be overwritten as well.`]]),
    ],
    sections: [
      {
        label: 'Written',
        lines: [
          ...firstLines(
            settings.flatMap(({ setting, ours, theirs }) => [
              [setting],
              words`is ${showValue(ours)}`,
              words`was to be ${showValue(theirs)}`,
            ]),
            12,
          ),
          words`written by Lifeguard in outcome ${outcome}`,
        ],
      },
    ],
    steps: restore(remark, facts),
    asks: true,
    severity: 'high',
    urgent: true,
  };
};

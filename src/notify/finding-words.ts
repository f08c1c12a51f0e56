import { showValue } from '../pool/setting-value.ts';
import { actorName } from './actor-name.ts';
import { commands } from './commands.ts';
import { webAddress } from './links.ts';
import { dayOf, moment } from './moment.ts';
import { setByHand } from './next-steps.ts';
import { shortSetting } from './notice-facts.ts';
import { quoted } from './quoted.ts';
import type { RuleState } from './rule-state.ts';
import { joinWords, prose, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

const poolName = ({ pool, name }: RuleState): string => quoted(name) || pool.id;

/** `checkout-users: MinimumLength required at least 14`; the same as long as the rule asks the same. */
export const titleOf = (state: RuleState): Words => {
  const { asked, rule } = state;
  return asked
    ? words`${poolName(state)}: ${own(shortSetting(asked.setting))} required ${asked.required}`
    : words`${poolName(state)}: ${rule}`;
};

const stand = (state: RuleState): Words => {
  const { asked, rule, found, now } = state;
  const pool = poolName(state);
  if (!asked) return words`${pool} satisfies the rule ${rule} again.`;
  const setting = own(shortSetting(asked.setting));
  const values =
    found === undefined || now === undefined ? undefined : { found: showValue(found), now: showValue(now) };
  switch (state.state) {
    case 'holding':
      return values
        ? words`${setting} of ${pool} was found at ${values.found} and is now ${values.now}, as policy requires (${asked.required}).`
        : words`${setting} of ${pool} is as policy requires (${asked.required}).`;
    case 'accepted':
    case 'broken':
      return values
        ? words`${setting} of ${pool} is ${values.now}, where policy requires ${asked.required}.`
        : words`${setting} of ${pool} differs from what policy requires (${asked.required}).`;
  }
};

/** Why it is left as it is; nothing where nothing says so. */
const left = ({ asked, refusal, state }: RuleState): readonly Words[] => {
  if (!asked || state === 'holding') return [];
  const { exemption, left: why, mode } = asked;
  if (exemption)
    return [
      words`It is exempt under ${exemption.ticket} until ${exemption.expires}.`,
      prose(exemption.reason),
    ];
  if (why?.kind === 'debt')
    return [words`It was so when its pool or its rule was first seen, on ${dayOf(why.since)}.`];
  if (why?.kind === 'undone')
    return [words`Somebody undid the fix, and the rule rests until ${moment(why.until)}.`];
  if (refusal) return [prose(refusal.reason)];
  return mode === 'notify' ? [own('Policy asks only for a notice.')] : [];
};

/** It says "after": the record doesn't carry the values that stood before, so who set them isn't proved. */
const after = ({ call }: RuleState): readonly Words[] =>
  call ? [words`Found after ${call.call} by ${actorName(call.actor)}.`] : [];

/** How the rule stands at the pool, after whose call, why it is left so, and what the rule is for. */
export const descriptionOf = (state: RuleState): Words =>
  joinWords(
    [
      stand(state),
      ...after(state),
      ...left(state),
      ...(state.asked ? [prose(state.asked.why), words`Rule ${state.rule}, ${state.asked.at}.`] : []),
    ],
    ' ',
  );

/** What to do about a broken rule; undefined where there is nothing to do. */
export const recommendationOf = ({ asked, state, refusal, pool }: RuleState): Words | undefined => {
  if (!asked || state !== 'broken') return undefined;
  const url = webAddress(asked.exemptionsUrl);
  const step =
    asked.left?.kind === 'debt'
      ? own(`To have it put right: ${commands.apply(pool)}.`)
      : refusal
        ? prose(refusal.next)
        : own(setByHand());
  return url === undefined ? step : words`${step} If it was intended, ask for an exemption: ${own(url)}`;
};

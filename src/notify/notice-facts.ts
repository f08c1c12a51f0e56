import { type CallGroup, callerOf, callGroups } from '../change/call-groups.ts';
import type { CallCause, Cause } from '../change/cause.ts';
import { watchedCall } from '../change/watched-calls.ts';
import type { SettingPath } from '../pool/settings.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { actorName } from './actor-name.ts';
import type { NoticeSetting } from './notice-setting.ts';
import type { RemarkStory } from './remarks/remark-story.ts';
import { type Words, words } from './words.ts';

/** What the sentences about a look are made from. */
export interface LookFacts {
  /** Without secrets. */
  readonly outcome: Outcome;
  readonly pool: NonNullable<Outcome['pool']>;
  readonly settings: readonly NoticeSetting[];
  readonly accountAlias?: string;
}

/** The same with what the past adds. */
export interface NoticeFacts extends LookFacts {
  /** The gravest first. */
  readonly stories: readonly RemarkStory[];
}

/** How people call the pool: by its name, else by its id. */
export const poolTitle = (facts: LookFacts): string => facts.pool.name || facts.pool.id;

/** The last part of a setting's name, with the part before it where the last alone says too little. */
export const shortSetting = (setting: SettingPath): string => {
  const segments = setting.split('.');
  const last = segments.at(-1) ?? setting;
  return last.length > 12 ? last : segments.slice(-2).join('.');
};

/** The recorded calls that made us look. */
export const callsOf = (facts: LookFacts): readonly CallCause[] =>
  facts.outcome.causes.filter((cause) => cause.kind === 'call');

/** The call that deleted the pool, where it was recorded. */
export const deletionOf = (facts: LookFacts): CallCause | undefined =>
  callsOf(facts).find(({ call }) => call === 'DeleteUserPool');

/** The recorded calls that policy files don't speak of, by name and caller, the gravest first; none that AWS refused. */
export const toldCalls = (facts: LookFacts): readonly CallGroup[] =>
  facts.outcome.kind === 'ignored' ? [] : callGroups(callsOf(facts).filter((call) => !call.governed));

/** True where the look found nothing that people are told, so that what the past adds is all there is. */
export const foundNothing = (facts: LookFacts): boolean =>
  facts.settings.length === 0 &&
  facts.outcome.kind !== 'failed' &&
  facts.outcome.kind !== 'gone' &&
  toldCalls(facts).length === 0;

/**
 * The call that a story begins with: one whose request asked for what was found, else the gravest. Where settings are
 * against policy it is one of those that policy files speak of, if there is one, since no other can have set them.
 */
export const mainCall = (
  causes: readonly Cause[],
  settings: readonly NoticeSetting[],
): CallCause | undefined => {
  const asking = causes.filter(
    (cause) =>
      cause.kind === 'call' && cause.asked?.some((path) => settings.some(({ setting }) => setting === path)),
  );
  const groups = callGroups(causes);
  const setters = groups.filter(({ call }) => settings.length > 0 && call.governed);
  return [...callGroups(asking), ...setters, ...groups][0]?.call;
};

/** What a caller did: `Developer/on-call added an app client`. */
export const deedOf = (call: CallCause): Words => {
  const did = watchedCall(call.eventSource, call.call)?.did;
  return did === undefined
    ? words`${actorName(call.actor)} called ${call.call}`
    : words`${actorName(call.actor)} ${[did]}`;
};

/**
 * What had just happened: ` after UpdateUserPool by Developer/on-call`; empty where no call is known.
 * It says "after": the record doesn't carry the values that stood before, so who set them isn't proved.
 */
export const afterCall = (facts: LookFacts): Words => {
  const call = mainCall(facts.outcome.causes, facts.settings);
  if (!call) return [];
  const rest = callsOf(facts).filter((other) => other !== call);
  const more = moreCalls(rest, facts.outcome.causesOmitted);
  const others = more === undefined ? [] : words` and ${[more]}`;
  return words` after ${[call.call]} by ${actorName(call.actor)}${others}`;
};

/**
 * Calls that aren't named one by one: `1 more call`, `12 more calls by 5 callers`.
 * @param omitted how many more there were of which nothing is known here
 * @returns undefined where there is none
 */
export const moreCalls = (calls: readonly CallCause[], omitted = 0): string | undefined => {
  const callers = new Set(calls.map(({ actor }) => callerOf(actor))).size;
  if (calls.length + omitted === 0) return undefined;
  return `${count(calls.length + omitted, 'more call')}${callers > 1 ? ` by ${count(callers, 'caller')}` : ''}`;
};

/** `1 setting`, `5 settings`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

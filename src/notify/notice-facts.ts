import type { CallCause } from '../change/cause.ts';
import { watchedCall } from '../change/watched-calls.ts';
import type { SettingPath } from '../pool/settings.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { actorName } from './actor-name.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { type Words, words } from './words.ts';

/** What the sentences of a notice are made from. */
export interface NoticeFacts {
  readonly outcome: Outcome;
  readonly pool: NonNullable<Outcome['pool']>;
  readonly settings: readonly NoticeSetting[];
  readonly accountAlias?: string;
}

/** How people call the pool: by its name, else by its id. */
export const poolTitle = (facts: NoticeFacts): string => facts.pool.name || facts.pool.id;

/** The last part of a setting's name, with the part before it where the last alone says too little. */
export const shortSetting = (setting: SettingPath): string => {
  const segments = setting.split('.');
  const last = segments.at(-1) ?? setting;
  return last.length > 12 ? last : segments.slice(-2).join('.');
};

/** The recorded calls that made us look. */
export const callsOf = (facts: NoticeFacts): readonly CallCause[] =>
  facts.outcome.causes.filter((cause) => cause.kind === 'call');

/** The first recorded call that policy files don't speak of. */
export const toldCall = (facts: NoticeFacts): CallCause | undefined =>
  callsOf(facts).find((call) => !call.governed);

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
export const afterCall = (facts: NoticeFacts): Words => {
  const [call, ...more] = callsOf(facts);
  if (!call) return [];
  const others = more.length === 0 ? [] : words` and ${[count(more.length, 'more call')]}`;
  return words` after ${[call.call]} by ${actorName(call.actor)}${others}`;
};

/** `1 setting`, `5 settings`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

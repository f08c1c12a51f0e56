import { exactly } from '../policy/constraints/exactly.ts';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { type SettingValue, sameValue } from '../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../pool/settings.ts';
import { callsFor } from './calls-for.ts';
import { countCarried } from './count-carried.ts';
import { couplings } from './couplings/couplings.ts';
import type { Draft } from './draft.ts';
import type { Plan } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';
import { readmit } from './readmit.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { deviceRemembering } from './refusals/device-remembering.ts';
import { keptByRules } from './refusals/kept-by-rules.ts';
import { refusalsOfAws } from './refusals/refusal-rules.ts';
import { smsStays } from './refusals/sms-stays.ts';
import { unknownSettings } from './refusals/unknown-settings.ts';
import type { Because, SettingChange } from './setting-change.ts';
import { settle } from './settle.ts';
import { withWarnings } from './warnings.ts';

/** What a setting is to be, and who says so. */
export interface AskedChange {
  readonly setting: SettingPath;
  readonly to: SettingValue;
  readonly why: Because;
}

/**
 * What of ours holds for a person, too: the first three keep AWS from doing something else than what was asked for. The
 * other refusals ask for somebody's permission, and a person who asks has given it.
 */
const rules = [...couplings, keptByRules, deviceRemembering, smsStays, unknownSettings, ...refusalsOfAws];

/**
 * Makes the plan that gives a pool exactly these values: all of them, or none where one is refused, because a person
 * asked for the whole. Pure: nothing is read or written.
 */
export const planChanges = (
  snapshot: PoolSnapshot,
  asked: readonly AskedChange[],
  options: PlanOptions,
): Plan => {
  const wanted = firstDraft(snapshot, asked, options);
  const draft = readmit(wanted, settle(wanted, rules), rules);
  if (draft.refusals.length > 0)
    return { changes: [], refusals: draft.refusals.map(forPerson), calls: [], carried: 0 };
  const calls = callsFor(draft);
  return {
    changes: withWarnings(draft.changes),
    refusals: [],
    calls,
    carried: countCarried(calls, snapshot, draft.changes),
  };
};

/** Nothing that AWS forces may give one of these settings another value than it was asked to have. */
const firstDraft = (snapshot: PoolSnapshot, asked: readonly AskedChange[], options: PlanOptions): Draft => {
  const changes = asked.flatMap(({ setting, to, why }): SettingChange[] => {
    const from = readSetting(snapshot, settingAt(setting));
    return sameValue(from, to) ? [] : [{ setting, from, to, because: [why] }];
  });
  return {
    snapshot,
    wanted: changes,
    changes,
    refusals: [],
    terms: new Map(),
    asked: new Map(
      asked.map(({ setting, to }) => [
        setting,
        { kind: 'required', constraint: exactly(to, settingAt(setting)), rules: [], terms: {} },
      ]),
    ),
    options,
  };
};

/** Refusals whose next step is to change a rule, where a rule asked. */
const restsOnRules: readonly RefusalCode[] = [
  'policies-conflict',
  'mfa-is-off',
  'needs-mfa-factor',
  'one-sms-sender',
  'sms-region',
  'link-or-code',
  'pre-token-function',
  'verified-before-update',
  'incomplete',
  'unsupported-factor',
  'level-names',
  'tag-rules',
];

const forPerson = (refusal: Refusal): Refusal =>
  restsOnRules.includes(refusal.code)
    ? { ...refusal, next: 'Ask for what this needs in the same step, or leave it out.' }
    : refusal;

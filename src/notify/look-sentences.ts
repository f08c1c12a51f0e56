import { showValue } from '../pool/setting-value.ts';
import { duration } from './duration.ts';
import {
  afterCall,
  callsOf,
  count,
  type LookFacts,
  mainCall,
  poolTitle,
  shortSetting,
} from './notice-facts.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { joinWords, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

const requirement = (row: NoticeSetting): Words =>
  joinWords(
    row.required.map((text) => words`${text}`),
    ' and ',
  );

/** What was put right, and how long after the call. */
export const fixedSentence = (facts: LookFacts, rows: readonly NoticeSetting[]): Words => {
  const [row, ...more] = rows;
  const { fixedAt, causes } = facts.outcome;
  const call = mainCall(causes, facts.settings);
  const gap = call && fixedAt !== undefined ? duration(call.eventTime, fixedAt) : undefined;
  const later = own(gap === undefined ? '' : ` ${gap} later`);
  const after = afterCall(facts);
  const pool = poolTitle(facts);
  return row && more.length === 0
    ? words`${own(shortSetting(row.setting))} of ${pool} is now ${showValue(row.now)}, as policy requires: it was found at ${showValue(row.found)}${after}, and put right${later}.`
    : words`${own(count(rows.length, 'setting'))} of ${pool} are now as policy requires: they were found against it${after}, and put right${later}.`;
};

/** What is against policy, and what came of it, said of one setting or of several. */
export const unfixedSentence = (
  facts: LookFacts,
  rows: readonly NoticeSetting[],
  result: { readonly one: string; readonly several: string },
): Words => {
  const [row, ...more] = rows;
  const pool = poolTitle(facts);
  const after = afterCall(facts);
  if (!row) return words`${pool} was looked at${after}: ${own(result.several)}.`;
  return more.length === 0
    ? words`${own(shortSetting(row.setting))} of ${pool} is ${showValue(row.now)}${after}, where policy requires ${requirement(row)}: ${own(result.one)}.`
    : words`${own(count(rows.length, 'setting'))} of ${pool} are against policy${after}: ${own(result.several)}.`;
};

/** Why settings were left that could have been put right; undefined where it isn't one reason for all. */
const whyLeft = (rows: readonly NoticeSetting[]): string | undefined => {
  if (rows.every(({ notifyOnly }) => notifyOnly)) return 'policy asks only for a notice';
  if (rows.every(({ resting }) => resting)) return 'somebody undid the fix, and the rule rests';
  if (rows.every(({ notifyOnly, resting }) => notifyOnly || resting))
    return 'somebody undid the fix and the rule rests, or policy asks only for a notice';
  return undefined;
};

/** What else is against policy and was left, beside what was put right. */
export const leftSentence = (rows: readonly NoticeSetting[]): readonly Words[] => {
  const [row, ...more] = rows;
  if (!row) return [];
  const reason = whyLeft(rows);
  const because = reason === undefined ? '' : ` because ${reason}`;
  return more.length === 0
    ? [own(`${shortSetting(row.setting)} is against policy too and was left as found${because}.`)]
    : [own(`${rows.length} more settings are against policy and were left as found${because}.`)];
};

/** The result of a look that wrote nothing, of one setting and of several. */
export const leftResult = (rows: readonly NoticeSetting[]) => {
  const reason = whyLeft(rows);
  const because = reason === undefined ? '' : `, because ${reason}`;
  return { one: `it was left as it is${because}`, several: `they were left as they are${because}` };
};

/** What no rule names isn't judged: where a call has changed it, it stays so, and nobody should read otherwise. */
export const carriedSentence = (facts: LookFacts): readonly Words[] => {
  const { carried } = facts.outcome;
  if (carried === 0) return [];
  const left = callsOf(facts).length === 0 ? 'carried over unchanged' : 'left as the call had left them';
  return [own(`${count(carried, 'other setting')} ${carried === 1 ? 'was' : 'were'} ${left}.`)];
};

import type { SettingValue } from '../pool/setting-value.ts';
import type { SettingPath } from '../pool/settings.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { RefusalCode } from '../remediation/refusal.ts';
import { toldFindings } from './news.ts';
import { refusalOf } from './refusal-of.ts';

/** One setting of a notice: what was found, what the rules on it require, what it is now. */
export interface NoticeSetting {
  readonly setting: SettingPath;
  readonly found: SettingValue;
  readonly required: readonly string[];
  readonly now: SettingValue;
  /** What a plan would set or has set; absent where nothing was to be written. */
  readonly to?: SettingValue;
  /** Why it could not be put right; absent where it was, or where nobody meant to. */
  readonly refused?: RefusalCode;
  /** True where all rules on it hold now. */
  readonly fixed: boolean;
  /** True where no rule on it asks for more than a notice; a rule that rests does. */
  readonly notifyOnly: boolean;
  /** True where every rule on it rests, because a person undid what it had brought about. */
  readonly resting: boolean;
  readonly rules: readonly string[];
}

/**
 * The findings of an outcome by setting, in the order in which they were found. What somebody accepted by an
 * exemption and what waits for a person is no news and isn't among them.
 */
export const noticeSettings = (outcome: Outcome): readonly NoticeSetting[] =>
  [...Map.groupBy(toldFindings(outcome), (finding) => finding.setting)].flatMap(([setting, findings]) => {
    const [first] = findings;
    if (!first) return [];
    const refusal = findings.flatMap((finding) => refusalOf(finding, outcome) ?? [])[0];
    const change = outcome.changes.find((candidate) => candidate.setting === setting);
    return {
      setting,
      found: first.found,
      required: [...new Set(findings.map((finding) => finding.required))],
      now: first.now,
      ...(change && { to: change.to }),
      ...(refusal && { refused: refusal.code }),
      fixed: findings.every((finding) => finding.resolved),
      notifyOnly: findings.every(({ mode, left }) => mode === 'notify' && left === undefined),
      resting: findings.every((finding) => finding.left?.kind === 'undone'),
      rules: findings.map((finding) => finding.rule),
    };
  });

import type { Actor, Cause } from '../change/cause.ts';
import { distinctCauses } from '../change/distinct-causes.ts';
import { type SettingValue, showValue } from '../pool/setting-value.ts';
import type { Outcome, OutcomeFinding } from '../remediation/outcome.ts';
import type { Refusal } from '../remediation/refusal.ts';
import { cutTo } from './escape.ts';
import { visibleText, visibleValue } from './hidden-value.ts';
import { type Visibly, visibleRemark } from './visible-remark.ts';

/** Hides secrets and leaves everything else as it is. */
export const withoutSecrets: Visibly = {
  value: visibleValue,
  text: visibleText,
  cut: (whole) => whole,
  actor: (whole) => whole,
};

/** Hides secrets, and cuts every text from outside to a length, which the cut says. */
export const cutVisibly = (longest: number): Visibly => {
  const cut = (text: string): string => cutTo(text, longest);
  return {
    value: (path: string, whole: SettingValue): SettingValue => {
      const visible = visibleValue(path, whole);
      const shown = showValue(visible);
      return shown.length > longest ? cut(shown) : visible;
    },
    text: (path, whole) => cut(visibleText(path, whole)),
    cut,
    actor: (whole) => ({ ...whole, ...cutAll(whole, cut) }),
  };
};

const cutAll = (texts: Actor, cut: (text: string) => string): { readonly [member: string]: string } =>
  Object.fromEntries(Object.entries(texts).map(([member, text]) => [member, cut(String(text))]));

/** Findings whose every value is made fit to leave. */
export const findingsMade = (
  { value, text }: Visibly,
  findings: readonly OutcomeFinding[],
): readonly OutcomeFinding[] =>
  findings.map((finding) => ({
    ...finding,
    found: value(finding.setting, finding.found),
    required: text(finding.setting, finding.required),
    now: value(finding.setting, finding.now),
  }));

/** Refusals whose every text is made fit to leave. */
export const refusalsMade = ({ cut }: Visibly, refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.map((refusal) => ({ ...refusal, reason: cut(refusal.reason), next: cut(refusal.next) }));

/** An outcome whose every text and value from outside is made fit to leave. Names, places and times stay whole. */
export const outcomeMade = (visibly: Visibly, outcome: Outcome): Outcome => {
  const { value, text, cut, actor } = visibly;
  const cause = (whole: Cause): Cause =>
    whole.kind === 'call' ? { ...whole, actor: actor(whole.actor) } : whole;
  const { pool, reason } = outcome;
  return {
    ...outcome,
    ...(reason !== undefined && { reason: cut(reason) }),
    ...(pool && { pool: { ...pool, name: pool.name === null ? null : cut(pool.name) } }),
    causes: outcome.causes.map(cause),
    findings: findingsMade(visibly, outcome.findings),
    changes: outcome.changes.map((change) => ({
      ...change,
      from: value(change.setting, change.from),
      to: value(change.setting, change.to),
    })),
    refusals: refusalsMade(visibly, outcome.refusals),
    sideEffects: outcome.sideEffects.map(({ path, from, to }) => ({
      path: cut(path),
      from: text(path, from),
      to: text(path, to),
    })),
    unknownSettings: outcome.unknownSettings.map(cut),
    remarks: outcome.remarks.map((remark) => visibleRemark(remark, visibly)),
  };
};

/**
 * An outcome as it may leave: without secrets, every text from outside cut to a length, which the cut says, and
 * with no more causes than `distinctCauses` keeps. Names, places and times stay whole.
 * @param longest in UTF-16 units
 */
export const visibleOutcome = (outcome: Outcome, longest = 1000): Outcome => {
  const { causes, causesOmitted = 0 } = distinctCauses(outcome.causes);
  const omitted = causesOmitted + (outcome.causesOmitted ?? 0);
  return outcomeMade(cutVisibly(longest), {
    ...outcome,
    causes,
    ...(omitted > 0 && { causesOmitted: omitted }),
  });
};

import type { Cause } from '../change/cause.ts';
import { distinctCauses } from '../change/distinct-causes.ts';
import { type SettingValue, showValue } from '../pool/setting-value.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { cutTo } from './escape.ts';
import { visibleText, visibleValue } from './hidden-value.ts';

/**
 * An outcome as it may leave: without secrets, every text from outside cut to a length, which the cut says, and
 * with no more causes than `distinctCauses` keeps. Names, places and times stay whole.
 * @param longest in UTF-16 units
 */
export const visibleOutcome = (outcome: Outcome, longest = 1000): Outcome => {
  const cut = (text: string): string => cutTo(text, longest);
  const value = (path: string, whole: SettingValue): SettingValue => {
    const visible = visibleValue(path, whole);
    const shown = showValue(visible);
    return shown.length > longest ? cut(shown) : visible;
  };
  const text = (path: string, whole: string): string => cut(visibleText(path, whole));
  const cause = (whole: Cause): Cause =>
    whole.kind === 'call' ? { ...whole, actor: { ...whole.actor, ...cutAll(whole.actor, cut) } } : whole;
  const { causes, causesOmitted = 0 } = distinctCauses(outcome.causes);
  const omitted = causesOmitted + (outcome.causesOmitted ?? 0);
  const { pool, reason } = outcome;
  return {
    ...outcome,
    ...(reason !== undefined && { reason: cut(reason) }),
    ...(pool && { pool: { ...pool, name: pool.name === null ? null : cut(pool.name) } }),
    causes: causes.map(cause),
    ...(omitted > 0 && { causesOmitted: omitted }),
    findings: outcome.findings.map((finding) => ({
      ...finding,
      found: value(finding.setting, finding.found),
      required: text(finding.setting, finding.required),
      now: value(finding.setting, finding.now),
    })),
    changes: outcome.changes.map((change) => ({
      ...change,
      from: value(change.setting, change.from),
      to: value(change.setting, change.to),
    })),
    refusals: outcome.refusals.map((refusal) => ({
      ...refusal,
      reason: cut(refusal.reason),
      next: cut(refusal.next),
    })),
    sideEffects: outcome.sideEffects.map(({ path, from, to }) => ({
      path: cut(path),
      from: text(path, from),
      to: text(path, to),
    })),
    unknownSettings: outcome.unknownSettings.map(cut),
  };
};

const cutAll = (texts: object, cut: (text: string) => string): { readonly [member: string]: string } =>
  Object.fromEntries(Object.entries(texts).map(([member, text]) => [member, cut(String(text))]));

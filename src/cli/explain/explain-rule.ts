import type { Exemption } from '../../policy/exemption.ts';
import type { Policy, PolicySet, Rule, Scope, SourcePlace } from '../../policy/policy.ts';
import type { Explanation } from './explanation.ts';

type Explained = NonNullable<Explanation['rule']>;

/**
 * What policy files say of a rule.
 * @param today the day in UTC, `2026-11-23`: which exemptions count
 */
export const explainRule = (
  policy: Policy,
  rule: Rule,
  { exemptions }: PolicySet,
  today: string,
): Explained => ({
  rule: rule.id,
  policy: policy.name,
  at: placeOf(rule.source),
  setting: rule.setting,
  severity: rule.severity,
  mode: rule.mode,
  why: rule.why,
  required: rule.required,
  controls: [...rule.controls],
  appliesTo: scopeWords(policy.appliesTo),
  terms: termsOf(rule),
  ...(policy.owner !== undefined && { owner: policy.owner }),
  ...(policy.exemptionsUrl !== undefined && { exemptionsUrl: policy.exemptionsUrl }),
  exemptions: exemptions
    .filter(({ granted, expires }) => granted <= today && today <= expires)
    .flatMap((exemption) => exempted(exemption, rule)),
});

const placeOf = ({ file, line }: SourcePlace): string => `${file}:${line}`;

const termsOf = ({ terms = {}, allowWeakening, remediateTo }: Rule): Explained['terms'] => ({
  ...terms,
  ...(allowWeakening !== undefined && { allowWeakening }),
  ...(remediateTo !== undefined && { remediateTo: remediateTo as Explained['terms'][string] }),
});

const exempted = (exemption: Exemption, { id }: Rule): Explained['exemptions'] =>
  exemption.rules
    .filter(({ rule }) => rule === id)
    .map(({ floor }) => ({
      at: placeOf(exemption.source),
      pools: [...exemption.pools],
      ticket: exemption.ticket,
      approver: exemption.approver,
      reason: exemption.reason,
      expires: exemption.expires,
      floor: floor?.required ?? null,
    }));

/** Which pools a scope binds: `every pool`, `accounts 111122223333; names staff-*`. */
const scopeWords = ({ accounts, regions, pools, names, tags }: Scope): string => {
  const parts: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['accounts', accounts],
    ['Regions', regions],
    ['pools', pools],
    ['names', names?.map(({ glob }) => glob)],
    ['tags', tags && Object.entries(tags).map(([key, values]) => `${key}=${values.join('|')}`)],
  ];
  const said = parts.flatMap(([what, values]) => (values ? [`${what} ${values.join(', ')}`] : []));
  return said.length === 0 ? 'every pool' : said.join('; ');
};

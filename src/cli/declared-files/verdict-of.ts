import type { DeclaredPool } from '../../declared/declared-pool.ts';
import type { Judgement } from '../../declared/judge.ts';
import { visibleText, visibleValue } from '../../notify/hidden-value.ts';
import { nearest } from '../../policy/constraints/nearest.ts';
import { type SettingValue, showValue } from '../../pool/setting-value.ts';
import { settingAt } from '../../pool/settings.ts';
import { sourceProperty } from '../../pool/source-property.ts';
import type { Verdict } from '../listing/verdict.ts';

/** How a rule stands at a declared pool, in the form and words that every listing has; secrets are hidden. */
export const verdictOf = (judgement: Judgement): Verdict => {
  const { status, pool, policy, rule, place, found } = judgement;
  const value = found && shownOf(judgement);
  const to = status === 'violation' ? remedyOf(judgement) : undefined;
  const next = nextOf(judgement, to);
  return {
    status,
    subject: {
      name: pool.id,
      id: pool.id,
      place: { file: place.file, line: place.line, column: place.column },
    },
    policy: policy.name,
    rule: rule.id,
    severity: rule.severity,
    why: rule.why,
    at: rule.source,
    setting: rule.setting,
    required: visibleText(rule.setting, judgement.required),
    ...(value !== undefined && { found: value }),
    ...(to !== undefined && { to: visibleValue(rule.setting, to) }),
    message: messageOf(judgement),
    ...(next !== undefined && { next }),
  };
};

const shownOf = ({ rule, found }: Judgement): SettingValue => {
  if (!found) return null;
  if (found.isDefault) return visibleValue(rule.setting, found.value);
  if (found.secret) return '(sensitive)';
  const { untold, value } = found;
  if (!untold || value === null || typeof value !== 'object' || Array.isArray(value))
    return visibleValue(rule.setting, value);
  return Object.fromEntries(
    Object.entries(value).map(([key, text]) => [key, untold.has(key) ? '(not known)' : String(text)]),
  );
};

const messageOf = (judgement: Judgement): string => {
  const { status, rule, found, on, reason, ticket, pool, place } = judgement;
  const required = visibleText(rule.setting, judgement.required);
  const where = place.pointer === undefined ? '' : ` (${place.pointer})`;
  const condition = pool.condition === undefined ? '' : ` where condition ${pool.condition} holds`;
  if (status === 'undetermined') return `Not known: ${reason}${where}.`;
  const property = sourceProperty(pool.tool, rule.setting) ?? rule.setting;
  const is = found
    ? `${property} is ${showValue(shownOf(judgement))}${byWhat(found)}`
    : on.length > 0
      ? `${property} depends on ${on.join(' and ')}`
      : `${property} is there, whatever it is`;
  if (status === 'compliant')
    return `${is}, ${found || on.length === 0 ? '' : 'and each way it is '}as required.`;
  if (status === 'exempted') return `${is}, exempt under ${ticket ?? 'an exemption'}.`;
  return `${is}, and ${found ? '' : 'each way '}must be ${required}${condition}${where}.`;
};

/** Why a value is there that the file doesn't say at this place. */
const byWhat = (found: NonNullable<Judgement['found']>): string => {
  if (found.isDefault) return found.value === null ? '' : ', because nothing sets it';
  return found.assumed === undefined ? '' : `, by ${found.assumed}`;
};

const remedyOf = ({ rule, constraint, found, pool }: Judgement): SettingValue | undefined => {
  if (sourceProperty(pool.tool, rule.setting) === undefined) return undefined;
  const remedy = nearest(constraint, found?.value ?? null, settingAt(rule.setting));
  return remedy.kind === 'value' ? remedy.value : rule.remediateTo;
};

const nextOf = (judgement: Judgement, to: SettingValue | undefined): string | undefined => {
  const { status, pool, rule, ticket } = judgement;
  if (status !== 'violation') return undefined;
  const property = sourceProperty(pool.tool, rule.setting);
  const exempted =
    ticket === undefined
      ? ''
      : ` Exemption ${ticket} covers this rule on some pool; the file does not tell whether on this one.`;
  if (property === undefined)
    return `${pool.tool} has no property for ${rule.setting}: the pool must be set right after the deployment.${exempted}`;
  return `${step(pool, rule.setting, property, to, judgement.required)}${exempted}`;
};

const step = (
  { id, tool }: DeclaredPool,
  setting: Judgement['rule']['setting'],
  property: string,
  to: SettingValue | undefined,
  required: string,
): string => {
  if (property === 'EnabledMfas') return `Add SOFTWARE_TOKEN_MFA to EnabledMfas of ${id}.`;
  if (to === undefined) return `Change ${property} of ${id}: it must be ${visibleText(setting, required)}.`;
  if (to === null) return `Take ${property} of ${id} away.`;
  const shown = showValue(visibleValue(setting, to));
  // Whoever reads YAML 1.1 takes ON and OFF for booleans.
  const quoted = tool === 'Terraform' ? typeof to === 'string' : /^(on|off|yes|no|y|n)$/i.test(shown);
  return `Set ${property} of ${id} to ${quoted ? `"${shown}"` : shown}.`;
};

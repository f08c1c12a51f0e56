import { settingAt } from '../../pool/settings.ts';
import { holds } from '../constraints/holds.ts';
import { domainOf } from '../domain.ts';
import type { ExemptedRule, Exemption } from '../exemption.ts';
import { type ExemptionsFile, exemptionsSchema } from '../exemptions-file.ts';
import type { Mistake } from '../mistake.ts';
import { didYouMean } from '../nearest-name.ts';
import type { Rule } from '../policy.ts';
import { remediationMistake } from './rule-mode.ts';
import { compileRequirement, type LocalMistake } from './rule-requirement.ts';
import { checkSchema } from './schema-mistakes.ts';
import type { Path, YamlSource } from './yaml-source.ts';

const longestDays = 90;

/**
 * Checks exemptions.yaml and compiles it.
 * @param rules every rule that could be compiled
 * @param ids every rule's id, those of rules with mistakes too
 */
export const compileExemptions = (
  source: YamlSource,
  rules: readonly Rule[],
  ids: readonly string[],
): { readonly exemptions: readonly Exemption[]; readonly mistakes: readonly Mistake[] } => {
  const { content, mistakes } = checkSchema(exemptionsSchema, source);
  if (!content) return { exemptions: [], mistakes };
  const compiled = content.exemptions.map((written, index) =>
    compileExemption(source, ['exemptions', index], written, { rules, ids }),
  );
  return {
    exemptions: compiled.map(({ exemption }) => exemption),
    mistakes: compiled.flatMap((each) => each.mistakes),
  };
};

type WrittenExemption = ExemptionsFile['exemptions'][number];

interface Known {
  readonly rules: readonly Rule[];
  readonly ids: readonly string[];
}

const compileExemption = (
  source: YamlSource,
  path: Path,
  written: WrittenExemption,
  { rules, ids }: Known,
) => {
  const { floor, ...rest } = written;
  const exempted = written.rules.map(
    (id, index): { rule: ExemptedRule; mistakes: readonly LocalMistake[] } => {
      const rule = rules.find((candidate) => candidate.id === id);
      if (rule) return compileFloor(rule, floor);
      const message = `No policy has a rule "${id}"${didYouMean(id, ids) || '.'}`;
      return { rule: { rule: id }, mistakes: ids.includes(id) ? [] : [{ in: ['rules', index], message }] };
    },
  );
  return {
    exemption: { ...rest, rules: exempted.map(({ rule }) => rule), source: source.placeOf(path) },
    mistakes: [...termMistakes(written), ...exempted.flatMap(({ mistakes }) => mistakes)].map((mistake) => ({
      ...source.placeOf([...path, ...mistake.in]),
      message: mistake.message,
    })),
  };
};

const termMistakes = ({ granted, expires }: WrittenExemption): readonly LocalMistake[] => {
  const days = (Date.parse(expires) - Date.parse(granted)) / 86_400_000;
  if (days < 0) return [{ in: ['expires'], message: `expires (${expires}) is before granted (${granted}).` }];
  if (days <= longestDays) return [];
  return [
    {
      in: ['expires'],
      message: `An exemption lasts ${longestDays} days at most, and this one ${days}; it can be granted again.`,
    },
  ];
};

const compileFloor = (
  rule: Rule,
  floor: WrittenExemption['floor'],
): { rule: ExemptedRule; mistakes: readonly LocalMistake[] } => {
  if (!floor) return { rule: { rule: rule.id }, mistakes: [] };
  const setting = settingAt(rule.setting);
  const { requirement, mistakes } = compileRequirement(floor, setting);
  const exempted = { rule: rule.id };
  if (!requirement) return { rule: exempted, mistakes: mistakes.map(inFloor) };
  const stricter = (domainOf(setting) ?? []).some(
    (value) => holds(rule.constraint, value, setting) && !holds(requirement.constraint, value, setting),
  );
  if (stricter) {
    const message = `A floor is looser than its rule, and ${requirement.required} refuses what ${rule.id} (${rule.required}) accepts.`;
    return { rule: exempted, mistakes: [inFloor({ in: [requirement.operator], message })] };
  }
  const remediation =
    rule.mode === 'remediate' && remediationMistake(setting, requirement, rule.allowWeakening !== undefined);
  if (remediation) return { rule: exempted, mistakes: [inFloor(remediation)] };
  const { constraint, required } = requirement;
  return { rule: { ...exempted, floor: { constraint, required } }, mistakes: [] };
};

const inFloor = (mistake: LocalMistake): LocalMistake => ({ ...mistake, in: ['floor', ...mistake.in] });

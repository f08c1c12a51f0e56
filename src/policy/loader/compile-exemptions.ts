import { isJsonObject } from '../../pool/json.ts';
import type { ExemptedRule, Exemption } from '../exemption.ts';
import { exemptionsSchema } from '../exemptions-file.ts';
import type { Mistake } from '../mistake.ts';
import { didYouMean } from '../nearest-name.ts';
import type { Rule } from '../policy.ts';
import { sentence } from '../sentence.ts';
import { compileFloor } from './compile-floor.ts';
import type { LocalMistake } from './rule-requirement.ts';
import { checkSchema } from './schema-mistakes.ts';
import type { YamlSource } from './yaml-source.ts';

const longestDays = 90;

/**
 * Checks exemptions.yaml and compiles it; whatever is wrong in it is found in one go.
 * @param rules every rule that could be compiled
 * @param ids every rule's id, those of rules with mistakes too
 */
export const compileExemptions = (
  source: YamlSource,
  rules: readonly Rule[],
  ids: readonly string[],
): { readonly exemptions: readonly Exemption[]; readonly mistakes: readonly Mistake[] } => {
  const { content, mistakes } = checkSchema(exemptionsSchema, source);
  const compiled = rawExemptions(source.value).map((raw, index) => ({
    place: source.placeOf(['exemptions', index]),
    terms: termMistakes(raw),
    rules: compileRules(raw, rules, ids),
    locate: ({ in: path, message }: LocalMistake): Mistake => ({
      ...source.placeOf(['exemptions', index, ...path]),
      message,
    }),
  }));
  const local = compiled.flatMap(({ terms, rules: each, locate }) =>
    [...terms, ...each.flatMap((rule) => rule.mistakes)].map(locate),
  );
  const exemptions = compiled.flatMap(({ rules: exempted, place }, index): Exemption[] => {
    const written = content?.exemptions[index];
    if (!written) return [];
    const { floor: _, ...terms } = written;
    return [{ ...terms, rules: exempted.map(({ rule }) => rule), source: place }];
  });
  return { exemptions, mistakes: [...mistakes, ...local, ...overlaps(exemptions)] };
};

interface RawExemption {
  readonly [member: string]: unknown;
}

const rawExemptions = (file: unknown): RawExemption[] =>
  isJsonObject(file) && Array.isArray(file.exemptions)
    ? file.exemptions.map((raw: unknown) => (isJsonObject(raw) ? raw : {}))
    : [];

const compileRules = (
  { rules: named, floor }: RawExemption,
  rules: readonly Rule[],
  ids: readonly string[],
): { readonly rule: ExemptedRule; readonly mistakes: readonly LocalMistake[] }[] =>
  (Array.isArray(named) ? named : []).map((id: unknown, index) => {
    const name = typeof id === 'string' ? id : '';
    const rule = rules.find((candidate) => candidate.id === name);
    if (rule && isJsonObject(floor)) return compileFloor(rule, floor);
    const message = sentence(`No policy has a rule "${name}"${didYouMean(name, ids)}`);
    return {
      rule: { rule: name },
      mistakes: name === '' || ids.includes(name) ? [] : [{ in: ['rules', index], message }],
    };
  });

const termMistakes = ({ granted, expires }: RawExemption): readonly LocalMistake[] => {
  if (typeof granted !== 'string' || typeof expires !== 'string') return [];
  const days = (Date.parse(expires) - Date.parse(granted)) / 86_400_000;
  if (days < 0) return [{ in: ['expires'], message: `expires (${expires}) is before granted (${granted}).` }];
  if (days > longestDays) {
    const message = `An exemption lasts ${longestDays} days at most, and this one ${days}; it can be granted again.`;
    return [{ in: ['expires'], message }];
  }
  return [];
};

/** Two exemptions that count on the same day could give one rule two floors. */
const overlaps = (exemptions: readonly Exemption[]): readonly Mistake[] =>
  exemptions.flatMap((later, index) => {
    const earlier = exemptions.slice(0, index).find((candidate) => overlap(candidate, later));
    if (!earlier) return [];
    const { file, line } = earlier.source;
    const message = `For one of these pools and rules there is an exemption on some of these days already, at ${file}:${line}.`;
    return [{ ...later.source, message }];
  });

const overlap = (left: Exemption, right: Exemption): boolean =>
  left.pools.some((pool) => right.pools.includes(pool)) &&
  left.rules.some(({ rule }) => right.rules.some((other) => other.rule === rule)) &&
  left.granted <= right.expires &&
  right.granted <= left.expires;

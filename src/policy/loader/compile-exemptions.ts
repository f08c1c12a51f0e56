import { isJsonObject } from '../../pool/json.ts';
import type { ExemptedRule, Exemption } from '../exemption.ts';
import { exemptionsSchema } from '../exemptions-file.ts';
import type { Mistake } from '../mistake.ts';
import { hintsFor } from '../nearest-name.ts';
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
  const raws = rawExemptions(source.value);
  const known = knownRules(rules, ids, raws.flatMap(namedIn));
  const compiled = raws.map((raw, index) => ({
    place: source.placeOf(['exemptions', index]),
    terms: termMistakes(raw),
    rules: compileRules(raw, known),
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

const namedIn = ({ rules }: RawExemption): readonly string[] =>
  (Array.isArray(rules) ? rules : []).map((id: unknown) => (typeof id === 'string' ? id : ''));

/** What can be named. */
interface KnownRules {
  /** The rule of an id, where it could be compiled. */
  readonly ruleOf: (id: string) => Rule | undefined;
  readonly isTaken: (id: string) => boolean;
  readonly hintFor: (id: string) => string;
}

const knownRules = (rules: readonly Rule[], ids: readonly string[], named: readonly string[]): KnownRules => {
  // Of two rules with one id, the first.
  const byId = new Map(rules.toReversed().map((rule) => [rule.id, rule]));
  const taken = new Set(ids);
  const unknown = named.filter((id) => id !== '' && !taken.has(id));
  return { ruleOf: (id) => byId.get(id), isTaken: (id) => taken.has(id), hintFor: hintsFor(unknown, ids) };
};

const compileRules = (
  raw: RawExemption,
  { ruleOf, isTaken, hintFor }: KnownRules,
): { readonly rule: ExemptedRule; readonly mistakes: readonly LocalMistake[] }[] =>
  namedIn(raw).map((name, index) => {
    const rule = ruleOf(name);
    if (rule && isJsonObject(raw.floor)) return compileFloor(rule, raw.floor);
    if (name === '' || isTaken(name)) return { rule: { rule: name }, mistakes: [] };
    const message = sentence(`No policy has a rule "${name}"${hintFor(name)}`);
    return { rule: { rule: name }, mistakes: [{ in: ['rules', index], message }] };
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
const overlaps = (exemptions: readonly Exemption[]): readonly Mistake[] => {
  const byPool = new Map<string, number[]>();
  return exemptions.flatMap((later, index) => {
    const candidates = [...new Set(later.pools.flatMap((pool) => byPool.get(pool) ?? []))];
    for (const pool of new Set(later.pools)) {
      const others = byPool.get(pool) ?? [];
      others.push(index);
      byPool.set(pool, others);
    }
    const rules = new Set(later.rules.map(({ rule }) => rule));
    const earlier = candidates
      .sort((left, right) => left - right)
      .map((candidate) => exemptions[candidate])
      .find(
        (candidate) =>
          candidate && haveOneDay(candidate, later) && candidate.rules.some(({ rule }) => rules.has(rule)),
      );
    if (!earlier) return [];
    const { file, line } = earlier.source;
    const message = `For one of these pools and rules there is an exemption on some of these days already, at ${file}:${line}.`;
    return [{ ...later.source, message }];
  });
};

const haveOneDay = (left: Exemption, right: Exemption): boolean =>
  left.granted <= right.expires && right.granted <= left.expires;

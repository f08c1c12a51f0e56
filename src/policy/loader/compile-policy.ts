import { isJsonObject } from '../../pool/json.ts';
import type { Mistake } from '../mistake.ts';
import type { Policy, RemediationTerms, Rule, Scope } from '../policy.ts';
import { type PolicyFile, policySchema, scopeSchema } from '../policy-file.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import { compileScope, globMessage } from './compile-scope.ts';
import type { ScopedRule } from './contradictions.ts';
import type { TakenName } from './repeated-names.ts';
import { checkSchema } from './schema-mistakes.ts';
import type { YamlSource } from './yaml-source.ts';

/** What came of one policy file: a policy where it has no mistakes, and what other files must know of it anyway. */
export interface CompiledPolicy {
  readonly policy?: Policy;
  readonly mistakes: readonly Mistake[];
  readonly warnings: readonly Mistake[];
  readonly names: readonly TakenName[];
  readonly remediating: readonly ScopedRule[];
}

/** Checks a policy file and compiles it; whatever is wrong in it is found in one go. */
export const compilePolicy = (source: YamlSource): CompiledPolicy => {
  const { content, mistakes } = checkSchema(policySchema, source);
  const raw = isJsonObject(source.value) ? source.value : {};
  const rules = rawRules(raw).map((rule, index) => ({
    ...rule,
    source: source.placeOf(['rules', index]),
    compiled: compileRule(source, ['rules', index], rule.members, rule.mode),
  }));
  const { scope, badGlob } = scopeOf(raw.appliesTo);
  const all = [
    ...mistakes,
    ...(badGlob === undefined ? [] : [globMistake(source, badGlob)]),
    ...rules.flatMap(({ compiled }) => compiled.mistakes),
  ];
  const known = {
    mistakes: all,
    warnings: rules.flatMap(({ compiled }) => compiled.warnings),
    names: [
      ...taken('policy', raw.name, source.placeOf([])),
      ...rules.flatMap((rule) => taken('rule', rule.members.id, rule.source)),
    ],
    remediating: scope
      ? rules.filter(({ mode }) => mode === 'remediate').flatMap((rule) => scopedRule(rule, scope))
      : [],
  };
  if (all.length > 0 || !content || !scope) return known;
  const policy = policyOf(content, scope, rules, source);
  return { ...known, policy, warnings: [...known.warnings, ...escapeWarnings(policy, source)] };
};

interface ReadRule {
  readonly members: { readonly [member: string]: unknown };
  /** The rule's own mode, or its policy's. */
  readonly mode: unknown;
  readonly source: Rule['source'];
  readonly compiled: CompiledRule;
}

const rawRules = (file: { readonly [member: string]: unknown }): Pick<ReadRule, 'members' | 'mode'>[] =>
  (Array.isArray(file.rules) ? file.rules : []).map((raw: unknown) => {
    const members = isJsonObject(raw) ? raw : {};
    return { members, mode: members.mode ?? file.mode };
  });

const scopeOf = (raw: unknown): { readonly scope?: Scope; readonly badGlob?: number } => {
  const parsed = scopeSchema.safeParse(raw);
  return parsed.success ? compileScope(parsed.data) : {};
};

const taken = (of: TakenName['of'], name: unknown, source: TakenName['source']): TakenName[] =>
  typeof name === 'string' ? [{ of, name, source }] : [];

const scopedRule = ({ members, source, compiled: { asks } }: ReadRule, scope: Scope): ScopedRule[] => {
  if (!asks || typeof members.id !== 'string') return [];
  const { constraint, required } = asks.requirement;
  return [{ id: members.id, setting: asks.setting.path, constraint, required, source, scope }];
};

const policyOf = (
  content: PolicyFile,
  appliesTo: Scope,
  rules: readonly ReadRule[],
  source: YamlSource,
): Policy => ({
  name: content.name,
  description: content.description,
  ...(content.owner !== undefined && { owner: content.owner }),
  ...(content.exemptionsUrl !== undefined && { exemptionsUrl: content.exemptionsUrl }),
  appliesTo,
  rules: content.rules.flatMap((written, index) => ruleOf(written, content.mode, rules[index])),
  source: source.placeOf([]),
});

const ruleOf = (
  written: PolicyFile['rules'][number],
  mode: Rule['mode'],
  rule: ReadRule | undefined,
): Rule[] => {
  if (!rule?.compiled.asks) return [];
  const { setting, requirement, remediateTo } = rule.compiled.asks;
  return [
    {
      id: written.id,
      setting: setting.path,
      constraint: requirement.constraint,
      required: requirement.required,
      severity: written.severity,
      mode: written.mode ?? mode,
      why: written.why,
      controls: written.controls ?? [],
      ...(written.allowWeakening !== undefined && { allowWeakening: written.allowWeakening }),
      ...(remediateTo !== undefined && { remediateTo }),
      ...termsOf(written),
      source: rule.source,
    },
  ];
};

const termsOf = ({ factor, allowLockOut, allowCost }: PolicyFile['rules'][number]): Pick<Rule, 'terms'> => {
  const terms: RemediationTerms = {
    ...(factor !== undefined && { factor }),
    ...(allowLockOut !== undefined && { allowLockOut }),
    ...(allowCost !== undefined && { allowCost }),
  };
  return Object.keys(terms).length > 0 ? { terms } : {};
};

const globMistake = (source: YamlSource, index: number): Mistake => ({
  ...source.placeOf(['appliesTo', 'names', index]),
  message: globMessage,
});

const escapes = { names: 'renaming it', tags: 'changing its tags' } as const;

/** Whoever can weaken a pool can rename and tag it too. */
const escapeWarnings = (policy: Policy, source: YamlSource): readonly Mistake[] => {
  if (policy.rules.every(({ mode }) => mode !== 'remediate')) return [];
  return (['names', 'tags'] as const)
    .filter((part) => policy.appliesTo[part] !== undefined)
    .map((part) => ({
      ...source.placeOfKey(['appliesTo', part]),
      message: `Whoever can change a pool can take it out of this policy by ${escapes[part]}; pools, regions and accounts can't be escaped so.`,
    }));
};

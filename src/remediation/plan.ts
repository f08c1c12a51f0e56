import { nearest } from '../policy/constraints/nearest.ts';
import type { Evaluation, Target } from '../policy/evaluate.ts';
import type { RemediationTerms } from '../policy/policy.ts';
import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import { type SettingPath, settingAt, settings } from '../pool/settings.ts';
import { callsFor } from './calls-for.ts';
import { countCarried } from './count-carried.ts';
import { couplings } from './couplings/couplings.ts';
import type { Draft } from './draft.ts';
import type { PlanOptions } from './plan-options.ts';
import type { PlannedCall } from './planned-call.ts';
import { readmit } from './readmit.ts';
import type { Refusal } from './refusal.ts';
import { ourRefusals, refusalsOfAws } from './refusals/refusal-rules.ts';
import type { Because, SettingChange } from './setting-change.ts';
import { settle } from './settle.ts';
import { withWarnings } from './warnings.ts';

/** What will be done: which settings change and why, which won't and why, and the calls that do it. */
export interface Plan {
  readonly changes: readonly SettingChange[];
  readonly refusals: readonly Refusal[];
  /** In the order in which they are made; none where nothing is to be changed. */
  readonly calls: readonly PlannedCall[];
  /** How many settings the calls carry forward unchanged. */
  readonly carried: number;
}

/** Makes the plan that brings a pool to what policy requires. Pure: nothing is read or written. */
export const planFor = (snapshot: PoolSnapshot, evaluation: Evaluation, options: PlanOptions): Plan => {
  const wanted = firstDraft(snapshot, evaluation, options);
  const rules = [...couplings, ...ourRefusals, ...refusalsOfAws];
  // Nothing that is asked for forces or meets nothing.
  const isQuiet = wanted.changes.length === 0;
  const draft = isQuiet ? wanted : readmit(wanted, settle(wanted, rules), rules);
  const calls = callsFor(draft);
  return {
    changes: withWarnings(inRuleOrder(draft.changes, evaluation)),
    refusals: draft.refusals,
    calls,
    carried: countCarried(calls, snapshot, draft.changes),
  };
};

/** What the rules ask for, before anything is known of what AWS takes. */
const firstDraft = (snapshot: PoolSnapshot, { targets, kept }: Evaluation, options: PlanOptions): Draft => {
  const steps = inCatalogueOrder(targets).map(([path, target]) => step(snapshot, path, target));
  const changes = steps.flatMap((each) => ('change' in each ? [each.change] : []));
  return {
    snapshot,
    asked: new Map([...targets, ...kept]),
    options,
    wanted: changes,
    changes,
    refusals: steps.flatMap((each) => ('refusal' in each ? [each.refusal] : [])),
    terms: new Map(
      [...targets].flatMap(([path, target]): (readonly [SettingPath, RemediationTerms])[] =>
        target.kind === 'required' ? [[path, target.terms]] : [],
      ),
    ),
  };
};

/** Which of two changes is refused can hang on which comes first; the order of policy files must not matter. */
const inCatalogueOrder = (targets: Evaluation['targets']): readonly (readonly [SettingPath, Target])[] =>
  [...targets].toSorted(([left], [right]) => placeInCatalogue(left) - placeInCatalogue(right));

const places: ReadonlyMap<string, number> = new Map(settings.map(({ path }, place) => [path, place]));
const placeInCatalogue = (path: SettingPath): number => places.get(path) ?? settings.length;

/** In the order in which people wrote the rules; what AWS forces beside them comes last. */
const inRuleOrder = (
  changes: readonly SettingChange[],
  { targets }: Evaluation,
): readonly SettingChange[] => {
  const paths = [...targets.keys()];
  const rank = ({ setting }: SettingChange): number =>
    targets.has(setting) ? paths.indexOf(setting) : paths.length;
  return changes.toSorted((left, right) => rank(left) - rank(right));
};

type Step = { readonly change: SettingChange } | { readonly refusal: Refusal };

const step = (snapshot: PoolSnapshot, path: SettingPath, target: Target): Step => {
  const rules = target.rules.map(({ rule, at }) => `${rule} (${at})`).join(', ');
  if (target.kind === 'conflict')
    return {
      refusal: {
        code: 'policies-conflict',
        settings: [path],
        reason: `The rules that bind this pool can’t all be satisfied for ${path} without weakening it: ${rules}.`,
        next: 'Loosen one of these rules, or narrow the scope of its policy.',
      },
    };
  const setting = settingAt(path);
  const from = readSetting(snapshot, setting);
  const remedy = nearest(target.constraint, from, setting);
  if (remedy.kind === 'no-remedy')
    return {
      refusal: {
        code: 'no-remedy',
        settings: [path],
        reason: remedy.reason,
        next: 'Set the value by hand, or name it in the rule with remediateTo.',
      },
    };
  const [first, ...others] = target.rules.map(({ rule, at }): Because => ({ kind: 'rule', rule, at }));
  if (!first) throw new Error(`A target for ${path} names no rule.`);
  return { change: { setting: path, from, to: remedy.value, because: [first, ...others] } };
};

import type { Mistake } from '../mistake.ts';
import type { PolicySet } from '../policy.ts';
import { compileExemptions } from './compile-exemptions.ts';
import { compileOwners } from './compile-owners.ts';
import { compilePolicy } from './compile-policy.ts';
import { contradictionsIn } from './contradictions.ts';
import { digestOf } from './digest.ts';
import { ownerWarnings } from './owner-warnings.ts';
import { repeatedNames } from './repeated-names.ts';
import { shadowedRules } from './shadowed-rules.ts';
import { parseYaml } from './yaml-source.ts';

/** A file of a policy folder and what stands in it. */
export interface PolicyText {
  /** As mistakes and notices name it, `policies/baseline.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** What came of a folder of policy files: all of it, or every mistake in it. */
export type LoadedPolicies =
  | { readonly kind: 'policies'; readonly policies: PolicySet; readonly warnings: readonly Mistake[] }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

const isExemptions = ({ file }: PolicyText): boolean => /(^|\/)exemptions\.yaml$/.test(file);
const isOwners = ({ file }: PolicyText): boolean => /(^|\/)owners\.yaml$/.test(file);

/**
 * Compiles the files of one policy folder together. Pure: nothing is read.
 * @param unread mistakes of files that couldn't be read
 */
export const compilePolicies = (
  files: readonly PolicyText[],
  unread: readonly Mistake[] = [],
): LoadedPolicies => {
  const read = files.map((each) => ({ ...each, ...parseYaml(each.file, each.text) }));
  const compiled = read.flatMap((each) =>
    each.source && !isExemptions(each) && !isOwners(each) ? [compilePolicy(each.source)] : [],
  );
  const policies = compiled.flatMap(({ policy }) => (policy ? [policy] : []));
  const names = compiled.flatMap((each) => each.names);
  const exempting = read.find(isExemptions)?.source;
  const exempted = exempting
    ? compileExemptions(
        exempting,
        policies.flatMap(({ rules }) => rules),
        names.filter((taken) => taken.of === 'rule').map((taken) => taken.name),
      )
    : { exemptions: [], mistakes: [] };
  const owning = read.find(isOwners)?.source;
  const owned = owning ? compileOwners(owning) : { owners: [], names: [], mistakes: [] };
  const mistakes = [
    ...unread,
    ...read.flatMap((each) => each.mistakes),
    ...compiled.flatMap((each) => each.mistakes),
    ...exempted.mistakes,
    ...owned.mistakes,
    ...repeatedNames([...names, ...owned.names]),
    ...contradictionsIn(compiled.flatMap(({ remediating }) => remediating)),
  ];
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes: mistakes.sort(byPlace) };
  const { exemptions } = exempted;
  const { owners } = owned;
  return {
    kind: 'policies',
    policies: { digest: digestOf({ policies, exemptions }), policies, exemptions, owners },
    warnings: [
      ...compiled.flatMap(({ warnings }) => warnings),
      ...shadowedRules({ policies, exemptions }),
      ...ownerWarnings(owners),
    ].sort(byPlace),
  };
};

const byPlace = (left: Mistake, right: Mistake): number =>
  (left.file === right.file ? 0 : left.file.localeCompare(right.file, 'en')) ||
  left.line - right.line ||
  left.column - right.column;

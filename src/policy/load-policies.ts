import { compileExemptions } from './loader/compile-exemptions.ts';
import { compilePolicy } from './loader/compile-policy.ts';
import { contradictionsIn } from './loader/contradictions.ts';
import { digestOf } from './loader/digest.ts';
import { readPolicyFolder } from './loader/policy-folder.ts';
import { repeatedNames } from './loader/repeated-names.ts';
import type { Mistake } from './mistake.ts';
import type { PolicySet } from './policy.ts';

/** What came of a folder of policy files: all of it, or every mistake in it. */
export type LoadedPolicies =
  | { readonly kind: 'policies'; readonly policies: PolicySet; readonly warnings: readonly Mistake[] }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/**
 * Loads a folder: policies from every *.yaml in it, not in its sub-folders, and the exemptions from them
 * from exemptions.yaml. Mistakes of all files come at once, in the order of files and lines.
 * @throws where the file system fails otherwise than by a missing folder
 */
export const loadPolicies = async (dir: string): Promise<LoadedPolicies> => {
  const { sources, mistakes } = await readPolicyFolder(dir);
  const compiled = sources.flatMap(({ name, source }) =>
    source && name !== 'exemptions.yaml' ? [compilePolicy(source)] : [],
  );
  const policies = compiled.flatMap(({ policy }) => (policy ? [policy] : []));
  const names = compiled.flatMap((each) => each.names);
  const exempting = sources.find(({ name }) => name === 'exemptions.yaml')?.source;
  const exempted = exempting
    ? compileExemptions(
        exempting,
        policies.flatMap(({ rules }) => rules),
        names.flatMap((taken) => (taken.of === 'rule' ? [taken.name] : [])),
      )
    : { exemptions: [], mistakes: [] };
  const all = [
    ...mistakes,
    ...compiled.flatMap((each) => each.mistakes),
    ...exempted.mistakes,
    ...repeatedNames(names),
    ...contradictionsIn(compiled.flatMap(({ remediating }) => remediating)),
  ];
  if (all.length > 0) return { kind: 'mistakes', mistakes: all.sort(byPlace) };
  const { exemptions } = exempted;
  return {
    kind: 'policies',
    policies: { digest: digestOf({ policies, exemptions }), policies, exemptions },
    warnings: compiled.flatMap(({ warnings }) => warnings).sort(byPlace),
  };
};

const byPlace = (left: Mistake, right: Mistake): number =>
  left.file.localeCompare(right.file, 'en') || left.line - right.line || left.column - right.column;

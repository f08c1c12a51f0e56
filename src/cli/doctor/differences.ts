import { isDeepStrictEqual } from 'node:util';
import { inert } from '../report/inert.ts';
import type { FoundRule } from './rule-named.ts';
import type { DeployedRule, DeployedTarget } from './rules-part.ts';

/** How a rule stands otherwise than it was deployed. */
export type Difference =
  | { readonly kind: 'gone' | 'disabled' | 'pattern' | 'schedule' }
  | {
      /** Nothing is delivered there, or by another role, or something else than was to be. */
      readonly kind: 'target' | 'role' | 'input';
      readonly target: DeployedTarget;
    };

/**
 * How a rule differs from what was deployed. Targets besides those are somebody's own; a second one that delivers to the
 * same place isn't.
 * @param found undefined where the rule is gone
 */
export const differences = (
  found: FoundRule | undefined,
  deployed: Omit<DeployedRule, 'rule'>,
): readonly Difference[] => {
  if (!found) return [{ kind: 'gone' }];
  const kinds = [
    ...(found.isEnabled ? [] : ['disabled' as const]),
    ...(isDeepStrictEqual(found.pattern, deployed.pattern) ? [] : ['pattern' as const]),
    ...(found.schedule === deployed.schedule ? [] : ['schedule' as const]),
  ];
  return [
    ...kinds.map((kind) => ({ kind })),
    ...deployed.targets.flatMap((target) => ofTarget(found, target)),
  ];
};

const ofTarget = (found: FoundRule, target: DeployedTarget): readonly Difference[] => {
  const there = found.targets.filter(({ arn }) => arn === target.arn);
  if (there.length === 0) return [{ kind: 'target', target }];
  if (there.some(({ role }) => role !== target.role)) return [{ kind: 'role', target }];
  return there.some(({ input }) => input !== target.input) ? [{ kind: 'input', target }] : [];
};

/** What a rule does otherwise, after its name. */
export const shownDifferences = (all: readonly Difference[]): string => all.map(shown).join(' and ');

const shown = (difference: Difference): string => {
  switch (difference.kind) {
    case 'gone':
      return 'is gone';
    case 'disabled':
      return 'is disabled';
    case 'pattern':
      return 'matches something else than it was deployed to';
    case 'schedule':
      return 'runs by another schedule than it was deployed with';
    case 'target':
      return `does not deliver to ${inert(difference.target.arn)}`;
    case 'role':
      return `delivers to ${inert(difference.target.arn)} by another role than it was deployed with`;
    case 'input':
      return `hands ${inert(difference.target.arn)} something else than it was deployed to`;
  }
};

/**
 * The command that turns a rule on again.
 * @param rule `NAME`, or `BUS/NAME`
 */
export const enableRule = (region: string, rule: string): string => {
  const [name = '', bus] = rule.split('/').reverse();
  return inert(
    `aws events enable-rule --region ${region}${bus === undefined ? '' : ` --event-bus-name ${bus}`} --name ${name}`,
  );
};

import { isJsonObject } from '../../pool/json.ts';
import type { KnownSetting } from '../../pool/settings.ts';
import type { Mistake } from '../mistake.ts';
import { exampleMistakes } from './rule-examples.ts';
import { needsNoTicket, remediationMistake } from './rule-mode.ts';
import { compileRequirement, type LocalMistake, type Requirement } from './rule-requirement.ts';
import { ruleSetting } from './rule-setting.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** What came of one rule of a file. */
export interface CompiledRule {
  readonly asks?: { readonly setting: KnownSetting; readonly requirement: Requirement };
  readonly mistakes: readonly Mistake[];
  readonly warnings: readonly Mistake[];
}

/**
 * Checks what no schema can say of a rule, and compiles what it asks. Works on a rule that the schema
 * refused too, so that all mistakes come at once.
 * @param path the rule's place in its file
 * @param mode the rule's own mode, or its policy's
 */
export const compileRule = (source: YamlSource, path: Path, raw: unknown, mode: unknown): CompiledRule => {
  const place = ({ in: within, message }: LocalMistake): Mistake => ({
    ...source.placeOf([...path, ...within]),
    message,
  });
  const fail = (...mistakes: readonly LocalMistake[]): CompiledRule => ({
    mistakes: mistakes.map(place),
    warnings: [],
  });

  if (!isJsonObject(raw) || typeof raw.setting !== 'string') return fail();
  const named = ruleSetting(raw.setting);
  if (named.kind === 'mistake') return fail({ in: ['setting'], message: named.message });
  const { setting } = named;
  const { requirement, mistakes } = compileRequirement(raw, setting);
  if (!requirement) return fail(...mistakes);

  const permitted = typeof raw.allowWeakening === 'string';
  const remediation = mode === 'remediate' ? remediationMistake(setting, requirement, permitted) : undefined;
  const examples = isJsonObject(raw.examples) ? exampleMistakes(raw.examples, setting, requirement) : [];
  const found = [...(remediation ? [remediation] : []), ...examples];
  if (found.length > 0) return fail(...found);
  return {
    asks: { setting, requirement },
    mistakes: [],
    warnings:
      permitted && needsNoTicket(setting, requirement)
        ? [
            place({
              in: ['allowWeakening'],
              message: 'This rule only makes pools safer: take allowWeakening away.',
            }),
          ]
        : [],
  };
};

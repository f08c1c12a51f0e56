import { isJsonObject } from '../../pool/json.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import type { KnownSetting } from '../../pool/settings.ts';
import type { Mistake } from '../mistake.ts';
import { exampleMistakes } from './rule-examples.ts';
import { remediationMistake } from './rule-mode.ts';
import { ruleRemedy } from './rule-remedy.ts';
import { compileRequirement, type LocalMistake, type Requirement } from './rule-requirement.ts';
import { ruleSetting } from './rule-setting.ts';
import { ruleTickets } from './rule-tickets.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** What came of one rule of a file. */
export interface CompiledRule {
  readonly asks?: {
    readonly setting: KnownSetting;
    readonly requirement: Requirement;
    readonly remediateTo: SettingValue | undefined;
  };
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

  const remedy = ruleRemedy(raw, setting, requirement);
  const { remediateTo } = remedy;
  const tickets = ruleTickets(raw, setting, requirement, { mode, remediateTo });
  const allowWeakening = typeof raw.allowWeakening === 'string';
  const remediation =
    mode === 'remediate'
      ? remediationMistake(setting, requirement, { allowWeakening, remediateTo })
      : undefined;
  const found = [
    ...(remediation ? [remediation] : []),
    ...remedy.mistakes,
    ...tickets.mistakes,
    ...(isJsonObject(raw.examples) ? exampleMistakes(raw.examples, setting, requirement) : []),
  ];
  if (found.length > 0) return fail(...found);
  const warnings = [
    ...tickets.warnings,
    ...(mode === 'remediate' && setting.sensitive ? [ofSensitive(setting)] : []),
  ];
  return {
    asks: { setting, requirement, remediateTo },
    mistakes: [],
    warnings: warnings.map(place),
  };
};

const ofSensitive = ({ path }: KnownSetting): LocalMistake => ({
  in: ['setting'],
  message: `A wrong value of ${path} can hand a pool to somebody: Lifeguard refuses to write it unless the deployment's remediateSensitive names it.`,
});

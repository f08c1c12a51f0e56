import { inertJson } from '../../notify/inert-json.ts';
import { loadPolicies } from '../../policy/load-policies.ts';
import { nearestName } from '../../policy/nearest-name.ts';
import type { PolicySet } from '../../policy/policy.ts';
import { findSetting, type KnownSetting, settingAt, settings } from '../../pool/settings.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { explainRule } from '../explain/explain-rule.ts';
import { explainSetting } from '../explain/explain-setting.ts';
import type { Explanation } from '../explain/explanation.ts';
import { explanationText } from '../explain/explanation-text.ts';
import { inert } from '../report/inert.ts';
import { mistakeLine } from '../report/mistake-line.ts';
import { unreadPolicies } from '../report/unread-policies.ts';
import { printAs, printError } from '../terminal/print.ts';

export interface ExplainOptions {
  readonly policies: string;
  readonly format: 'text' | 'json';
}

/**
 * Says all that is known of a rule in the policy files, or of a setting; of a setting without policies, too.
 * @param name a rule's id, or a setting's name; its end will do, where no other ends so
 * @throws CliError where nothing has the name, with the nearest one that there is
 */
export const explain = async (
  name: string,
  { policies: folder, format }: ExplainOptions,
): Promise<number> => {
  const loaded = await loadPolicies(folder);
  const set: PolicySet = loaded.kind === 'policies' ? loaded.policies : noPolicies;
  const setting = settingNamed(name);
  const explanation = ruleNamed(name, set) ?? (setting && explanationOf(setting, set));
  if (!explanation) {
    // What is asked for may stand in the files that can't be read.
    if (loaded.kind === 'mistakes')
      throw new CliError(
        [...loaded.mistakes.map(mistakeLine), `${unknown(name, set)} No rule could be read.`].join('\n'),
        exitCode.usage,
      );
    throw new CliError(unknown(name, set), exitCode.usage);
  }
  if (loaded.kind === 'mistakes')
    printError(inert(`warning: ${unreadPolicies(folder, loaded.mistakes)}: no rule is named here.`));
  printAs(format)(format === 'json' ? inertJson(explanation, 2) : explanationText(explanation));
  return exitCode.compliant;
};

const noPolicies: PolicySet = { digest: 'none', policies: [], exemptions: [], owners: [] };

const explanationOf = (row: KnownSetting, set: PolicySet): Explanation => ({
  schema: 'cognito-lifeguard/explanation/1',
  setting: explainSetting(row, set),
});

const ruleNamed = (name: string, set: PolicySet): Explanation | undefined => {
  const today = new Date().toISOString().slice(0, 10);
  for (const policy of set.policies)
    for (const rule of policy.rules)
      if (rule.id === name)
        return {
          ...explanationOf(settingAt(rule.setting), set),
          rule: explainRule(policy, rule, set, today),
        };
  return undefined;
};

/** The setting of a name, or the only one whose name ends with it. */
const settingNamed = (name: string): KnownSetting | undefined => {
  const ending = settings.filter(({ path }) => path.toLowerCase().endsWith(`.${name.toLowerCase()}`));
  return findSetting(name) ?? (ending.length === 1 ? ending[0] : undefined);
};

const unknown = (name: string, { policies }: PolicySet): string => {
  const rules = policies.flatMap((policy) => policy.rules.map(({ id }) => id));
  const ending = settings.filter(({ path }) => path.toLowerCase().endsWith(`.${name.toLowerCase()}`));
  const nearest = nearestName(name, [...rules, ...settings.map(({ path }) => path)]);
  const hint =
    ending.length > 1
      ? ` ${ending.length} settings end so: ${ending.map(({ path }) => path).join(', ')}.`
      : nearest === undefined
        ? ' docs/settings.md lists the settings, and the policy files the rules.'
        : ` Did you mean ${nearest}?`;
  return `${inert(`No rule and no setting is named "${name}".${hint}`)}`;
};

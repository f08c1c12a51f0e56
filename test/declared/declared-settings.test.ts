import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { verdictsOf } from '../../src/cli/declared-files/check-declared.ts';
import type { DeclaredFile } from '../../src/declared/declared-pool.ts';
import { readTemplate } from '../../src/declared/template/read-template.ts';
import { readTerraformPlan } from '../../src/declared/terraform/read-terraform-plan.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import type { Setting } from '../../src/pool/setting.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { isGovernable, type KnownSetting, type SettingPath, settings } from '../../src/pool/settings.ts';
import { type SourceTool, sourceProperty } from '../../src/pool/source-property.ts';
import { policiesAsking } from '../support/policies-asking.ts';
import { planWith, templateWith } from './as-declared.ts';

const tools: readonly SourceTool[] = ['CloudFormation', 'Terraform'];

const declared = (tool: SourceTool, path: SettingPath, value: SettingValue): DeclaredFile =>
  tool === 'CloudFormation'
    ? readTemplate(templateWith(path, value), 'template.json')
    : readTerraformPlan(planWith(path, value), 'plan.json');

const statusesOf = (file: DeclaredFile, policies: PolicySet, rule: string): string[] =>
  file.kind === 'mistakes'
    ? file.mistakes.map(({ message }) => message)
    : file.pools
        .flatMap((pool) => verdictsOf(pool, { policies, today: '2026-11-26' }))
        .filter((verdict) => verdict.rule === rule)
        .map(({ status }) => status);

interface BaselineRule {
  readonly id: string;
  readonly setting: SettingPath;
  readonly examples: { readonly passing: readonly SettingValue[]; readonly failing: readonly SettingValue[] };
}

const baseline: { readonly rules: readonly BaselineRule[] } = parse(
  readFileSync('policies/baseline.yaml', 'utf8'),
);

const cases = baseline.rules.flatMap(({ id, setting, examples }) =>
  tools.flatMap((tool) =>
    (['passing', 'failing'] as const).flatMap((kind) =>
      examples[kind]
        .filter((value) => value !== null)
        .map((value) => ({
          tool,
          id,
          setting,
          value,
          status: kind === 'passing' ? 'compliant' : 'violation',
        })),
    ),
  ),
);

/** Values that a setting can have, as a person would write two of them. */
const valuesOf = ({ kind, takenAsUnset }: Setting): fc.Arbitrary<SettingValue> | undefined => {
  switch (kind.kind) {
    case 'integer':
      return fc.integer({ min: kind.min, max: kind.max }).filter((value) => value !== takenAsUnset);
    case 'boolean':
      return fc.boolean();
    case 'enumeration':
      return kind.values.length > 1 ? fc.constantFrom(...kind.values) : undefined;
    case 'members':
      return kind.values && fc.uniqueArray(fc.constantFrom(...kind.values), { minLength: 1 });
    default:
      return undefined;
  }
};

const governed: readonly (readonly [SourceTool, KnownSetting, fc.Arbitrary<SettingValue>])[] = tools.flatMap(
  (tool) =>
    settings
      .filter((setting) => isGovernable(setting) && sourceProperty(tool, setting.path) !== undefined)
      .flatMap((setting) => {
        const values = valuesOf(setting);
        return values ? [[tool, setting, values] as const] : [];
      }),
);

describe('a declared setting', () => {
  it.each(cases)(
    'has the verdict of the baseline’s example: $tool $id $value',
    async ({ tool, id, setting, value, status }) => {
      const loaded = await loadPolicies('policies');
      if (loaded.kind === 'mistakes') throw new Error('The policies have mistakes.');

      expect(statusesOf(declared(tool, setting, value), loaded.policies, id)).toEqual([status]);
    },
  );

  it('is one of many', () => {
    expect(governed.length).toBeGreaterThan(35);
  });

  it.each(governed.map((each) => [each[0], each[1].path, each] as const))(
    'of %s is compliant as required and a violation otherwise: %s',
    (_, path, [tool, setting, values]) => {
      fc.assert(
        fc.property(values, values, (required, found) => {
          const asks = { equals: required };
          const policies = policiesAsking({ [setting.path]: { asks } });
          const isMet = Array.isArray(required)
            ? JSON.stringify([...required].sort()) === JSON.stringify([...(found as string[])].sort())
            : required === found;

          const statuses = statusesOf(declared(tool, path, found), policies, 'rule-0');

          expect(statuses).toEqual([isMet ? 'compliant' : 'violation']);
        }),
        { numRuns: 25 },
      );
    },
  );

  const texts = tools.flatMap((tool) =>
    settings
      .filter(
        (setting) => isGovernable(setting) && setting.kind.kind === 'text' && setting.path !== 'PoolName',
      )
      .filter((setting) => sourceProperty(tool, setting.path) !== undefined)
      .map((setting) => [tool, setting.path] as const),
  );

  it.each(texts)(
    'of %s that is text is there where it is written, and not where it is empty: %s',
    (tool, path) => {
      const present = policiesAsking({ [path]: { asks: { present: true } } });

      expect(statusesOf(declared(tool, path, 'arn:aws:x'), present, 'rule-0')).toEqual(['compliant']);
      expect(statusesOf(declared(tool, path, ''), present, 'rule-0')).toEqual(['violation']);
    },
  );
});

import { z } from 'zod';
import type { JsonObject } from '../pool/json.ts';
import type { Setting } from '../pool/setting.ts';
import { isGovernable, settings } from '../pool/settings.ts';
import { canBeAbsent } from './absence.ts';
import { operators } from './operators/operators.ts';
import { valueSchema } from './operators/value-schema.ts';
import { policySchema } from './policy-file.ts';

/**
 * The JSON schema of policy files, for editors: it completes the settings' names with what they mean, and
 * knows for each the operators and AWS's bounds. What it accepts the loader may still refuse; what the
 * loader accepts it must not refuse.
 */
export const policyJsonSchema = (): JsonObject => {
  const form = z.toJSONSchema(policySchema, { target: 'draft-2020-12' }) as unknown as SchemaOfPolicy;
  const rule = form.properties.rules.items;
  return {
    ...form,
    title: 'Lifeguard policy',
    properties: {
      ...form.properties,
      rules: {
        ...form.properties.rules,
        items: {
          ...rule,
          properties: { ...rule.properties, setting: settingNames() },
          oneOf: operators.map(({ name }) => ({ required: [name] })),
          allOf: operandsBySetting(),
        },
      },
    },
  };
};

/** The part of z.toJSONSchema's answer that is built upon. */
interface SchemaOfPolicy extends JsonObject {
  readonly properties: JsonObject & {
    readonly rules: JsonObject & { readonly items: JsonObject & { readonly properties: JsonObject } };
  };
}

const governable = settings.filter(isGovernable);

const settingNames = (): JsonObject => ({
  type: 'string',
  description: "AWS's own name of the setting, dotted.",
  anyOf: governable.map(({ path, meaning }) => ({ const: path, description: meaning })),
});

/** For settings of one kind: which operators fit, and what they take. */
const operandsBySetting = (): JsonObject[] => {
  const groups = Map.groupBy(governable, (setting) => JSON.stringify(operandsOf(setting)));
  return [...groups].map(([operands, group]) => ({
    if: { properties: { setting: { enum: group.map(({ path }) => path) } }, required: ['setting'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
    then: { properties: JSON.parse(operands) },
  }));
};

const operandsOf = (setting: Setting): JsonObject => ({
  ...Object.fromEntries(
    operators.map(({ name, fits, operandSchema }) => [name, fits(setting) ? operandSchema(setting) : false]),
  ),
  remediateTo: canBeAbsent(setting)
    ? { anyOf: [valueSchema(setting), { type: 'null' }] }
    : valueSchema(setting),
});

import { isJsonObject, type Json, type JsonObject } from '../../pool/json.ts';

const ownMember = (tree: Json | undefined, name: string): Json | undefined =>
  isJsonObject(tree) && Object.hasOwn(tree, name) ? tree[name] : undefined;

/** `module.name` and its key: keys can hold anything, dots and brackets too. */
const moduleStep = /module\.([\w-]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/g;

/**
 * What the configuration of a plan says of a resource's arguments: an expression for each that is written.
 * @param moduleAddress as the plan has it, `module.auth["eu"].module.pool`
 * @returns undefined where the plan has no configuration of the resource
 */
export const configuredArguments = (
  plan: JsonObject,
  moduleAddress: string | undefined,
  type: string,
  name: string,
): JsonObject | undefined => {
  let module = ownMember(ownMember(plan, 'configuration'), 'root_module');
  for (const [, step = ''] of (moduleAddress ?? '').matchAll(moduleStep))
    module = ownMember(ownMember(ownMember(module, 'module_calls'), step), 'module');
  const resources = ownMember(module, 'resources');
  if (!Array.isArray(resources)) return undefined;
  const resource = resources.find(
    (each: Json) =>
      ownMember(each, 'mode') === 'managed' &&
      ownMember(each, 'type') === type &&
      ownMember(each, 'name') === name,
  );
  const expressions = ownMember(resource, 'expressions');
  return isJsonObject(expressions) ? expressions : undefined;
};

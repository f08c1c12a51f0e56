import type { Mistake } from '../../policy/mistake.ts';
import { isJsonObject, type Json, type JsonObject } from '../../pool/json.ts';
import type { DeclaredFile, DeclaredPool } from '../declared-pool.ts';
import type { DeclaredPlace, DeclaredValue } from '../declared-value.ts';
import { configuredArguments } from './configured.ts';
import { isNestedDeeper } from './json-strings.ts';
import { type PlaceAt, placesInJson } from './places-in-json.ts';
import { plannedValue } from './planned-value.ts';
import { weighsTooMuch } from './weighs-too-much.ts';

const poolType = 'aws_cognito_user_pool';

/**
 * The user pools that a Terraform plan creates or updates, from `terraform show -json PLANFILE`. What it deletes,
 * forgets or leaves as it is isn't held against anything.
 * @param file as messages name it
 * @returns the pools, or every mistake in the file; never throws for what the text holds
 */
export const readTerraformPlan = (text: string, file: string): DeclaredFile => {
  const start = { file, line: 1, column: 1 };
  const mistaken = (message: string, place: DeclaredPlace = start): DeclaredFile => ({
    kind: 'mistakes',
    mistakes: [{ file, line: place.line, column: place.column, message }],
  });
  const parsed = parseJson(text);
  if ('problem' in parsed) return mistaken(parsed.problem);
  const plan = parsed.json;
  if (!isJsonObject(plan) || typeof plan.format_version !== 'string')
    return mistaken('This is no output of terraform show -json: it has no format_version.');
  if (plan.resource_changes === undefined && plan.values !== undefined)
    return mistaken('This is a state and no plan: run terraform show -json with the name of a plan file.');
  if (plan.resource_changes === undefined && plan.planned_values === undefined)
    return mistaken('This is no plan: it has neither resource_changes nor planned_values.');
  const changes = plan.resource_changes ?? [];
  if (!Array.isArray(changes)) return mistaken('resource_changes of a plan is a list; here it isn’t.');
  const concerned = changes.flatMap((change: Json, index) =>
    isPoolChange(change) ? [{ change, pointer: `/resource_changes/${index}` }] : [],
  );
  if (weighsTooMuch(concerned.map(({ change }) => change)))
    return mistaken('The user pools of this plan hold more than any plan says of pools.');
  const placeAt = placesInJson(
    text,
    file,
    concerned.map(({ pointer }) => pointer),
  );
  const parts = concerned.map(({ change, pointer }) => readChange(plan, change, pointer, placeAt));
  const mistakes = parts.flatMap(({ mistake }) => mistake ?? []);
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  const unchanged = parts.filter(({ isUnchanged }) => isUnchanged).length;
  const note = (message: string): Mistake => ({ ...start, message });
  return {
    kind: 'pools',
    pools: parts.flatMap(({ pool }) => pool ?? []),
    notes: [
      ...(plan.errored === true
        ? [note('The plan ended with an error: what it would have said after that is not in it.')]
        : []),
      ...(unchanged > 0
        ? [note(`Pools that the plan leaves as they are, and are not looked at: ${unchanged}.`)]
        : []),
    ],
  };
};

/** A plan has three levels for each module within a module; this is far above what anybody writes. */
const mostNested = 1000;

const parseJson = (text: string): { readonly json: Json } | { readonly problem: string } => {
  if (text.startsWith('PK'))
    return { problem: 'This is the plan itself: give what terraform show -json prints of it.' };
  if (isNestedDeeper(text, mostNested)) return { problem: 'This file is nested too deeply to be read.' };
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (/^\{"@level"/.test(text))
      return { problem: 'This is the log of terraform plan -json: give what terraform show -json prints.' };
    return { problem: `This isn't JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
};

interface Part {
  readonly pool?: DeclaredPool;
  readonly mistake?: Mistake;
  readonly isUnchanged?: boolean;
}

const isPoolChange = (entry: Json): entry is JsonObject =>
  isJsonObject(entry) && entry.type === poolType && entry.mode === 'managed';

const readChange = (plan: JsonObject, entry: JsonObject, pointer: string, placeAt: PlaceAt): Part => {
  const { address, change, module_address: moduleAddress, name } = entry;
  const at = placeAt(pointer);
  const mistake = (message: string): Part => ({
    mistake: { file: at.file, line: at.line, column: at.column, message },
  });
  if (typeof address !== 'string' || !isJsonObject(change) || !Array.isArray(change.actions))
    return mistake(`${pointer} has no address, change or actions.`);
  const actions: readonly Json[] = change.actions;
  if (actions.includes('no-op')) return { isUnchanged: true };
  if (!actions.includes('create') && !actions.includes('update')) return {};
  if (!isJsonObject(change.after)) return mistake(`${pointer}/change/after must be an object.`);
  const configured = configuredArguments(
    plan,
    typeof moduleAddress === 'string' ? moduleAddress : undefined,
    poolType,
    typeof name === 'string' ? name : '',
  );
  const properties = plannedValue(
    {
      after: change.after,
      unknown: change.after_unknown,
      sensitive: change.after_sensitive,
      expression: configured,
    },
    placeAt,
    `${pointer}/change/after`,
  );
  const isNew = actions.includes('create');
  const before = isNew || !isJsonObject(change.before) ? undefined : change.before;
  const arn = before?.arn;
  const { region } = change.after;
  return {
    pool: {
      id: address,
      tool: 'Terraform',
      place: at,
      properties: isNew ? withoutUnwritten(properties, configured) : properties,
      ...(before && {
        before: plannedValue(
          { after: before, unknown: undefined, sensitive: undefined, expression: undefined },
          placeAt,
          `${pointer}/change/before`,
        ),
      }),
      ...(typeof arn === 'string' && { arn }),
      ...(typeof region === 'string' && { region }),
    },
  };
};

/**
 * Of a pool that is created, what nobody wrote and AWS decides is unknown in the plan: it is absent from the request.
 * Without a configuration nobody can tell it from what another resource decides.
 */
const withoutUnwritten = (value: DeclaredValue, configured: JsonObject | undefined): DeclaredValue => {
  if (!configured || value.kind !== 'map') return value;
  const members = [...value.members].map(([name, member]): [string, DeclaredValue] =>
    member.kind === 'unknown' && !Object.hasOwn(configured, name) && name !== 'tags_all'
      ? [name, { kind: 'absent', place: member.place }]
      : [name, member],
  );
  return { ...value, members: new Map(members) };
};

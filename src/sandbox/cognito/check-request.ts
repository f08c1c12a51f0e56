import { invalidParameter, type Refused, refused } from '../answer.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { brokenConstraint } from './constraints.ts';
import type { Members, Shape } from './shape.ts';

/** A request that fits its shape. */
export interface Checked {
  readonly kind: 'checked';
  readonly input: JsonObject;
  /** Members left out because no table knows them: the service is believed to ignore those. */
  readonly ignored: readonly string[];
}

/** Says whether a member that no table knows is accepted, by its path (`Policies.PasswordPolicy.X`, `List[].X`). */
export type KnowsMember = (path: string) => boolean;

/**
 * Holds a request body against the shape of its operation, as AWS does before it looks at any resource.
 *
 * @returns the request without unknown members, or AWS's refusal: SerializationException for a wrong JSON
 *   type, InvalidParameterException for a broken constraint.
 */
export function checkRequest(members: Members, body: JsonObject, knows: KnowsMember): Checked | Refused {
  const seen: Seen = { ignored: [], broken: [], mistyped: [], knows };
  const input = checkStructure(members, body, '', seen);
  const [mistyped] = seen.mistyped;
  if (mistyped !== undefined) return refused('SerializationException', mistyped);
  if (seen.broken.length > 0) return invalidParameter(validationText(seen.broken));
  return { kind: 'checked', input, ignored: seen.ignored };
}

interface Seen {
  readonly ignored: string[];
  readonly broken: string[];
  readonly mistyped: string[];
  readonly knows: KnowsMember;
}

function checkStructure(members: Members, body: JsonObject, path: string, seen: Seen): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(body)) {
    const at = path === '' ? name : `${path}.${name}`;
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    // JSON null is how AWS JSON says that a member is absent.
    if (value === null) continue;
    if (shape !== undefined) kept[name] = checkValue(shape, value, at, seen);
    else if (seen.knows(at)) kept[name] = value;
    else seen.ignored.push(at);
  }
  for (const [name, shape] of Object.entries(members)) {
    if (!shape.required || kept[name] !== undefined) continue;
    const at = path === '' ? name : `${path}.${name}`;
    seen.broken.push(
      `Value null at '${lowerCamelPath(at)}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return kept;
}

function checkValue(shape: Shape, value: Json, path: string, seen: Seen): Json {
  const broken = brokenConstraint(shape, value);
  if (broken?.kind === 'mistyped') seen.mistyped.push(`${broken.text} at ${path}`);
  if (broken?.kind === 'broken') {
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    seen.broken.push(
      `Value '${shown}' at '${lowerCamelPath(path)}' failed to satisfy constraint: ${broken.text}`,
    );
  }
  if (shape.kind === 'structure' && isObject(value)) return checkStructure(shape.members, value, path, seen);
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item) => checkValue(shape.of, item, `${path}[]`, seen));
  }
  if (shape.kind === 'map' && isObject(value)) {
    const kept: Record<string, Json> = {};
    for (const [key, item] of Object.entries(value)) {
      checkValue(shape.key, key, path, seen);
      kept[key] = checkValue(shape.value, item, `${path}.${key}`, seen);
    }
    return kept;
  }
  return value;
}

/** AWS names a member in a validation error by its path in lower camel case. */
function lowerCamelPath(path: string): string {
  return path
    .replaceAll('[]', '.member')
    .split('.')
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join('.');
}

function validationText(broken: readonly string[]): string {
  const errors = broken.length === 1 ? '1 validation error' : `${broken.length} validation errors`;
  return `${errors} detected: ${broken.join('; ')}`;
}

/** A JSON value as it stands on the wire. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; members are absent rather than undefined. */
export interface JsonObject {
  readonly [member: string]: Json;
}

/** Says whether a JSON value (or nothing) is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member as an object; `{}` where it is missing or something else. */
export function objectAt(parent: JsonObject, member: string): JsonObject {
  const value = parent[member];
  return isObject(value) ? value : {};
}

/** The member as a string; undefined where it is missing or something else. */
export function stringAt(parent: JsonObject, member: string): string | undefined {
  const value = parent[member];
  return typeof value === 'string' ? value : undefined;
}

/** The member as a number; undefined where it is missing or something else. */
export function numberAt(parent: JsonObject, member: string): number | undefined {
  const value = parent[member];
  return typeof value === 'number' ? value : undefined;
}

/** The strings of a list member; an empty list where it is missing. */
export function stringsAt(parent: JsonObject, member: string): readonly string[] {
  const value = parent[member];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The objects of a list member; an empty list where it is missing. */
export function objectsAt(parent: JsonObject, member: string): readonly JsonObject[] {
  const value = parent[member];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The object without members whose value is undefined. */
export function defined(members: { readonly [member: string]: Json | undefined }): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) kept[name] = value;
  return kept;
}

/** JSON as it stands on the wire. Snapshots and requests stay in this form so that nothing unknown is lost. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [member: string]: Json | undefined;
}

/** True for a JSON object, false for null, arrays and scalars. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { isJsonObject, type JsonObject } from '../../src/pool/json.ts';

/** Members laid over others, structures member by member, lists whole; null takes a member away. */
export const membersOver = (base: JsonObject, over: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries({ ...base, ...over })
      .map(([name, value]) => {
        const under = base[name];
        const laid = isJsonObject(under) && isJsonObject(value) ? membersOver(under, value) : value;
        return [name, laid] as const;
      })
      .filter(([, value]) => value !== null && value !== undefined),
  );

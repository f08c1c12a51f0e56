/** Kinds of schemas, as the SDK writes them at the head of each. Source: schemas of the SDK, 3.936 and later. */
const kinds = { list: 1, map: 2, structure: 3 } as const;

/**
 * Dotted paths of all leaves of one of the SDK's schemas: `Policies.PasswordPolicy.MinimumLength`. What stands inside
 * the elements of a list or map of structures follows `[].`: `AcrConfiguration[].AcrValue`.
 * @throws Error where it is no structure's schema
 */
export const leavesOfSchema = (schema: unknown): readonly string[] => {
  const structure = resolved(schema);
  if (structure?.[0] !== kinds.structure) throw new Error('This is no schema of a structure.');
  return membersOf(structure, '');
};

/** A schema may be wrapped: in a function, so that it can name itself, or in a pair with its traits. */
const resolved = (schema: unknown): readonly unknown[] | undefined => {
  const plain: unknown = typeof schema === 'function' ? schema() : schema;
  if (!Array.isArray(plain)) return undefined;
  return typeof plain[0] === 'number' ? plain : resolved(plain[0]);
};

const membersOf = (structure: readonly unknown[], prefix: string): readonly string[] => {
  const [names, schemas] = [structure[4], structure[5]];
  if (!Array.isArray(names) || !Array.isArray(schemas)) throw new Error('A structure has no members.');
  return names.flatMap((name, index) => leavesAt(schemas[index], `${prefix}${name}`));
};

const leavesAt = (schema: unknown, path: string): readonly string[] => {
  const inner = resolved(schema);
  switch (inner?.[0]) {
    case kinds.structure:
      return membersOf(inner, `${path}.`);
    case kinds.list:
      return elementsAt(inner[4], path);
    case kinds.map:
      return elementsAt(inner[5], path);
    default:
      return [path];
  }
};

const elementsAt = (schema: unknown, path: string): readonly string[] => {
  const element = resolved(schema);
  return element?.[0] === kinds.structure ? membersOf(element, `${path}[].`) : [path];
};

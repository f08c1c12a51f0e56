const watched = { Object, Array, String, Number, Boolean, Function, Map, Set, Date, RegExp, Error, Promise };

/** Every member of the prototypes that all values share, and what it is. */
const members = (): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(watched).flatMap(([name, { prototype }]) =>
      Reflect.ownKeys(prototype).map((key): [string, unknown] => {
        const { value, get } = Reflect.getOwnPropertyDescriptor(prototype, key) ?? {};
        return [`${name}.prototype.${String(key)}`, value ?? get];
      }),
    ),
  );

/** @returns a function that names the members of shared prototypes that aren't as they were */
export const watchPrototypes = (): (() => readonly string[]) => {
  const before = members();
  return () => {
    const after = members();
    return [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => before.get(name) !== after.get(name),
    );
  };
};

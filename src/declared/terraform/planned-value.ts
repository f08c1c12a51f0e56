import { isJsonObject, type Json } from '../../pool/json.ts';
import { type DeclaredValue, deepest, unknown } from '../declared-value.ts';
import type { PlaceAt } from './places-in-json.ts';

/** The same place in the trees that a plan keeps side by side. */
export interface Planned {
  readonly after: Json | undefined;
  /** `true` where the value is known only after the apply. */
  readonly unknown: Json | undefined;
  /** `true` where the value is sensitive. */
  readonly sensitive: Json | undefined;
  /** What the configuration says there; undefined where there is no configuration. */
  readonly expression: Json | undefined;
}

/** Members of a tree at one name; `true` for a whole means `true` for each. */
const within = (tree: Json | undefined, name: string | number): Json | undefined => {
  if (tree === true) return true;
  if (typeof name === 'number') return Array.isArray(tree) ? tree[name] : undefined;
  return isJsonObject(tree) && Object.hasOwn(tree, name) ? tree[name] : undefined;
};

/**
 * What a plan says of a value.
 * Source: Terraform's JSON output format, change representation (`after`, `after_unknown`, `after_sensitive`).
 */
export const plannedValue = (
  planned: Planned,
  placeAt: PlaceAt,
  pointer: string,
  depth = 0,
): DeclaredValue => {
  const { after, sensitive, expression } = planned;
  const place = placeAt(pointer);
  if (depth > deepest) return unknown(place, 'it is nested too deeply');
  if (planned.unknown === true) return unknown(place, `it is known only after the apply${from(expression)}`);
  const inner = (name: string | number): DeclaredValue =>
    plannedValue(
      {
        after: within(after, name),
        unknown: within(planned.unknown, name),
        sensitive: within(sensitive, name),
        // A block that is there once is an object in the configuration of some versions, a list of one in others.
        expression:
          typeof name === 'number' && isJsonObject(expression) ? expression : within(expression, name),
      },
      placeAt,
      `${pointer}/${escaped(String(name))}`,
      depth + 1,
    );
  const lengthOf = (tree: Json | undefined): number => (Array.isArray(tree) ? tree.length : 0);
  if (Array.isArray(after) || Array.isArray(planned.unknown)) {
    const length = Math.max(lengthOf(after), lengthOf(planned.unknown));
    return { kind: 'list', items: Array.from({ length }, (_, index) => inner(index)), place };
  }
  if (isJsonObject(after) || isJsonObject(planned.unknown)) {
    const names = [
      ...(isJsonObject(after) ? Object.keys(after) : []),
      ...(isJsonObject(planned.unknown) ? Object.keys(planned.unknown) : []),
    ];
    return { kind: 'map', members: new Map(names.map((name) => [name, inner(name)])), place };
  }
  if (typeof after === 'string' || typeof after === 'number' || typeof after === 'boolean')
    return { kind: 'scalar', value: after, place, ...(sensitive === true && { secret: true as const }) };
  return { kind: 'absent', place };
};

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** The references of an expression, the shortest that names a resource or variable. */
const from = (expression: Json | undefined): string => {
  const references = within(expression, 'references');
  const first = Array.isArray(references) ? references.find((each) => typeof each === 'string') : undefined;
  return typeof first === 'string' ? `, from ${first}` : '';
};

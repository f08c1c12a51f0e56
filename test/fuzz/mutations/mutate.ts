import type { Reader } from '../readers/reader.ts';
import { changeJson } from './json-mutations.ts';
import { longestText, type Material, type Mutation } from './mutation.ts';
import { textMutations } from './text-mutations.ts';
import { changeYaml } from './yaml-mutations.ts';

/** Makes another text of one, by one change or a few. */
export const mutate = (text: string, material: Material, parts: Reader['parts']): string => {
  const { chance } = material;
  if (!parts) return several(text, material);
  const all = [...parts.split(text)];
  const others = parts.split(material.other);
  if (chance.happens(0.1))
    all.splice(chance.between(0, all.length), chance.between(0, 1), chance.pick(others));
  if (all.length === 0) return several(text, material);
  const index = chance.between(0, all.length - 1);
  all[index] = several(all[index] ?? '', { ...material, other: chance.pick(others) });
  return bounded(parts.join(all));
};

const several = (text: string, material: Material): string => {
  let changed = text;
  const times = material.chance.pick([1, 1, 1, 2, 2, 3, 5]);
  for (let time = 0; time < times; time += 1) changed = bounded(oneChange(changed, material));
  return changed;
};

const oneChange = (text: string, material: Material): string => {
  const structured: Mutation = /^\s*[{[]/.test(text) ? changeJson : changeYaml;
  if (material.chance.happens(0.5)) {
    const changed = structured(text, material);
    if (changed !== text) return changed;
  }
  return material.chance.pick(textMutations)(text, material);
};

/** A text as a file can hold it. */
const bounded = (text: string): string => text.slice(0, longestText).toWellFormed();

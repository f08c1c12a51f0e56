import type { Setting } from '../pool/setting.ts';
import { type DeclaredValue, unknown } from './declared-value.ts';
import { decoded, type Possibility, type Settled } from './possibility.ts';

/** All that a setting can be, and what decides between them. */
export interface Possibilities {
  readonly all: readonly Possibility[];
  readonly on: readonly string[];
}

/** More than any template's conditions leave; beyond it nobody can follow the answer. */
const most = 32;

/** Every value that a declared value can have, by the kind of its setting. */
export const possibilitiesOf = (value: DeclaredValue, setting: Setting): Possibilities => {
  const on = new Set<string>();
  const alternatives = alternativesOf(value, on, { left: 4096 });
  if (alternatives === undefined || alternatives.length > most)
    return { all: [unknown(value.place, 'it depends on too many conditions')], on: [...on] };
  return { all: alternatives.map((each) => decoded(each, setting)), on: [...on] };
};

const alternativesOf = (
  value: DeclaredValue,
  on: Set<string>,
  work: { left: number },
): readonly Settled[] | undefined => {
  work.left -= 1;
  if (work.left < 0) return undefined;
  switch (value.kind) {
    case 'choice': {
      on.add(value.on);
      const options = value.options.map((option) => alternativesOf(option, on, work));
      return options.some((option) => option === undefined)
        ? undefined
        : options.flatMap((each) => each ?? []);
    }
    case 'list': {
      const lists = product(value.items, on, work);
      return lists?.map((items) => ({ ...value, items }));
    }
    case 'map': {
      const names = [...value.members.keys()];
      const maps = product([...value.members.values()], on, work);
      return maps?.map((items) => ({
        ...value,
        members: new Map(items.map((item, index) => [names[index] ?? '', item])),
      }));
    }
    default:
      return [value];
  }
};

const product = (
  values: readonly DeclaredValue[],
  on: Set<string>,
  work: { left: number },
): readonly (readonly Settled[])[] | undefined => {
  let all: readonly (readonly Settled[])[] = [[]];
  for (const value of values) {
    const options = alternativesOf(value, on, work);
    if (!options || all.length * options.length > most) return undefined;
    // Lists without choices stay one list, which is only appended to.
    const [single] = options;
    if (all.length === 1 && options.length === 1 && single) (all[0] as Settled[]).push(single);
    else all = all.flatMap((items) => options.map((option) => [...items, option]));
  }
  return all;
};

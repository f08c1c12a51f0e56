import { partitionOf } from '../../pool/pool-ref.ts';
import { type DeclaredPlace, type DeclaredValue, unknown } from '../declared-value.ts';
import { parameterValue } from './parameter-value.ts';
import type { TemplateContext } from './resolve.ts';
import { entriesOf } from './sections.ts';
import type { TemplateNode } from './template-source.ts';

/** One call of an intrinsic function. */
interface Call {
  /** The long form wraps the argument in a list of one, tagged so. */
  readonly argument: TemplateNode;
  readonly place: DeclaredPlace;
  readonly context: TemplateContext;
  readonly resolve: (node: unknown) => DeclaredValue;
}

type Intrinsic = (call: Call & { readonly items: readonly unknown[] }) => DeclaredValue;

type Scalar = DeclaredValue & { readonly kind: 'scalar' };

/**
 * Works out an intrinsic function.
 * Source: CloudFormation template reference, intrinsic functions and pseudo parameters.
 */
export const intrinsics = (name: string, call: Call): DeclaredValue => {
  const argument = argumentOf(call);
  const known = call.context && byName.get(name);
  if (!known)
    return unknown(
      call.place,
      name.startsWith('!!')
        ? `the tag ${name} means nothing here`
        : `${name} is worked out by the deployment`,
      name === 'Fn::GetAtt',
    );
  const items = argument.kind === 'list' ? argument.items : [];
  return known({ ...call, argument, items });
};

const argumentOf = ({ argument, context }: Call): TemplateNode => {
  if (argument.tag !== 'argument' || argument.kind !== 'list') return argument;
  return context.sections.source.see(argument.items[0]);
};

const textOf = (argument: TemplateNode): string =>
  argument.kind === 'scalar' && argument.value !== null ? String(argument.value) : '';

const both = (...parts: readonly Scalar[]): { readonly assumed?: string } => {
  const assumed = [...new Set(parts.flatMap((part) => part.assumed ?? []))];
  return assumed.length === 0 ? {} : { assumed: assumed.join(' and ') };
};

/** What a logical id, a parameter or a pseudo parameter stands for. */
const reference = (name: string, { place, context }: Pick<Call, 'place' | 'context'>): DeclaredValue => {
  const { sections, account, region } = context;
  const text = (value: string): DeclaredValue => ({ kind: 'scalar', value, place });
  if (name === 'AWS::NoValue') return { kind: 'absent', place };
  if (name === 'AWS::AccountId' && account !== undefined) return text(account);
  if (name === 'AWS::Region' && region !== undefined) return text(region);
  if (name === 'AWS::Partition' && region !== undefined) return text(partitionOf(region));
  if (name.startsWith('AWS::')) return unknown(place, `${name} is known to the deployment alone`, true);
  const parameter = sections.parameters.get(name);
  if (parameter) return parameterValue(name, parameter.value, sections.source, place);
  if (sections.resources.has(name)) return unknown(place, `AWS gives the value of ${name}`, true);
  return unknown(place, `${name} is no parameter and no resource of this file`);
};

const ref: Intrinsic = (call) => reference(textOf(call.argument), call);

const choose: Intrinsic = ({ items, place, context, resolve }) => {
  const [condition, met, unmet] = items;
  if (items.length !== 3) return unknown(place, 'Fn::If takes a condition and two values');
  const name = textOf(context.sections.source.see(condition));
  if (!context.sections.conditions.has(name))
    return unknown(place, `the condition ${name} of Fn::If is not in this file`);
  return { kind: 'choice', on: `condition ${name}`, options: [resolve(met), resolve(unmet)], place };
};

/** What `Fn::Sub` replaces. No name has a brace: text full of openings is gone through once, and not from each of them. */
const variable = /\$\{([^{}]*)\}/g;

const substitute: Intrinsic = (call) => {
  const { argument, items, place, context, resolve } = call;
  const { source } = context.sections;
  const template = textOf(argument.kind === 'list' ? source.see(items[0]) : argument);
  const own = argument.kind === 'list' ? entriesOf(source.see(items[1])) : new Map();
  const used: Scalar[] = [];
  let missing: DeclaredValue | undefined;
  const value = template.replace(variable, (whole, written: string) => {
    if (written.startsWith('!')) return `\${${written.slice(1)}}`;
    const name = written.trim();
    const entry = own.get(name);
    const found = entry ? resolve(entry.value) : attributeOrReference(name, call);
    if (found.kind === 'scalar') {
      used.push(found);
      const text = String(found.value);
      source.make({ characters: text.length });
      return text;
    }
    missing ??= found;
    return whole;
  });
  if (missing) {
    const reason = missing.kind === 'unknown' ? missing.reason : 'a part of it depends on a condition';
    return unknown(place, `in Fn::Sub, ${reason}`, template.replace(variable, '') !== '');
  }
  return { kind: 'scalar', value, place, ...both(...used) };
};

const attributeOrReference = (name: string, call: Call): DeclaredValue =>
  name.includes('.') ? unknown(call.place, `AWS gives the value of ${name}`, true) : reference(name, call);

const join: Intrinsic = ({ items, place, context, resolve }) => {
  const delimiter = textOf(context.sections.source.see(items[0]));
  const list = items.length === 2 ? resolve(items[1]) : undefined;
  if (list?.kind !== 'list') return unknown(place, 'Fn::Join joins what only the deployment knows');
  const parts = list.items.filter((item) => item.kind === 'scalar');
  const other = list.items.find((item) => item.kind !== 'scalar');
  if (other)
    return unknown(
      place,
      other.kind === 'unknown' ? `in Fn::Join, ${other.reason}` : 'Fn::Join joins what is not text',
      parts.some(({ value }) => value !== ''),
    );
  const texts = parts.map(({ value }) => String(value));
  const characters = texts.reduce((sum, { length }) => sum + length + delimiter.length, 0);
  context.sections.source.make({ characters });
  return { kind: 'scalar', value: texts.join(delimiter), place, ...both(...parts) };
};

const select: Intrinsic = ({ items, place, resolve }) => {
  const index = items.length === 2 ? resolve(items[0]) : undefined;
  const list = items.length === 2 ? resolve(items[1]) : undefined;
  if (index?.kind !== 'scalar' || list?.kind !== 'list')
    return unknown(place, 'Fn::Select chooses among what only the deployment knows');
  const chosen = list.items[Number(index.value)];
  if (!chosen) return unknown(place, 'Fn::Select names a place that its list does not have');
  return chosen.kind === 'scalar' ? { ...chosen, ...both(index, chosen) } : chosen;
};

const split: Intrinsic = ({ items, place, context, resolve }) => {
  const delimiter = items.length === 2 ? resolve(items[0]) : undefined;
  const text = items.length === 2 ? resolve(items[1]) : undefined;
  if (delimiter?.kind !== 'scalar' || text?.kind !== 'scalar')
    return unknown(place, 'Fn::Split splits what only the deployment knows');
  const parts = String(text.value).split(String(delimiter.value));
  context.sections.source.make({ items: parts.length });
  return {
    kind: 'list',
    items: parts.map((value): Scalar => ({ kind: 'scalar', value, place, ...both(delimiter, text) })),
    place,
  };
};

const findInMap: Intrinsic = ({ items, place, context, resolve }) => {
  const { sections } = context;
  const keys = items.slice(0, 3).map((item) => resolve(item));
  const [map, top, second] = keys;
  if (map?.kind !== 'scalar' || !top || !second)
    return unknown(place, 'Fn::FindInMap names its map by what only the deployment knows');
  const mapping = sections.mappings.get(String(map.value));
  if (!mapping) return unknown(place, `the mapping ${map.value} is not in this file`);
  if (second.kind !== 'scalar')
    return unknown(place, `the key that Fn::FindInMap asks ${map.value} for is not known`);
  const inner = (entry: { readonly value: unknown } | undefined): DeclaredValue => {
    const value = entry && entriesOf(sections.source.see(entry.value)).get(String(second.value));
    if (!value) return unknown(place, `the mapping ${map.value} has no such key`);
    const found = resolve(value.value);
    return found.kind === 'scalar'
      ? { ...found, place, ...both(found, second, ...(top.kind === 'scalar' ? [top] : [])) }
      : found;
  };
  const outer = entriesOf(sections.source.see(mapping.value));
  if (top.kind === 'scalar') return inner(outer.get(String(top.value)));
  // Whichever key it is, the value is one of these.
  return {
    kind: 'choice',
    on: `the key of mapping ${map.value}`,
    options: [...outer.values()].map(inner),
    place,
  };
};

const byName: ReadonlyMap<string, Intrinsic> = new Map([
  ['Ref', ref],
  ['Fn::If', choose],
  ['Fn::Sub', substitute],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::FindInMap', findInMap],
]);

import { type DeclaredPlace, type DeclaredValue, unknown } from '../declared-value.ts';
import { entriesOf } from './sections.ts';
import type { TemplateNode, TemplateSource } from './template-source.ts';

/**
 * What a parameter stands for, unless whoever deploys says otherwise: its default; without one, any of the values that
 * it allows. Source: CloudFormation template reference, Parameters; of an SSM parameter type, the default is the name of
 * the parameter in Systems Manager and not its value.
 * @param place where the parameter is asked for
 */
export const parameterValue = (
  name: string,
  node: unknown,
  source: TemplateSource,
  place: DeclaredPlace,
): DeclaredValue => {
  const declared = entriesOf(source.see(node));
  const scalarAt = (key: string): Written | undefined => {
    const entry = declared.get(key);
    return entry && writtenIn(source.see(entry.value));
  };
  const type = String(scalarAt('Type')?.value ?? 'String');
  const isSsm = type.startsWith('AWS::SSM::Parameter');
  if (isSsm) return unknown(place, `parameter ${name} is read from Systems Manager by the deployment`);
  const isSecret = /^true$/i.test(String(scalarAt('NoEcho')?.value ?? ''));
  const typed = ({ value, bare }: Written, assumed?: string): DeclaredValue => {
    const scalar = (each: Written['value']) =>
      ({
        kind: 'scalar',
        value: each,
        place,
        ...(bare && { bare: true as const }),
        ...(assumed !== undefined && { assumed }),
        ...(isSecret && { secret: true as const }),
      }) as const;
    if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return scalar(value);
    const items = String(value).split(',');
    source.make({ items: items.length });
    return { kind: 'list', items: items.map((each) => scalar(each.trim())), place };
  };
  const chosen = scalarAt('Default');
  if (chosen !== undefined) return typed(chosen, `the default of parameter ${name}`);
  const entry = declared.get('AllowedValues');
  const allowed = entry && source.see(entry.value);
  const values =
    allowed?.kind === 'list' ? allowed.items.flatMap((item) => writtenIn(source.see(item)) ?? []) : [];
  if (values.length === 0) return unknown(place, `parameter ${name} has no default`);
  return {
    kind: 'choice',
    on: `parameter ${name}`,
    options: values.map((value) => typed(value)),
    place,
  };
};

/** A scalar as the file has it. */
interface Written {
  readonly value: string | number | boolean;
  /** Text without quotes. */
  readonly bare: boolean;
}

const writtenIn = (seen: TemplateNode): Written | undefined => {
  if (seen.kind !== 'scalar' || seen.value === null || seen.value === undefined) return undefined;
  const { value, bare } = seen;
  return { value: typeof value === 'number' || typeof value === 'boolean' ? value : String(value), bare };
};

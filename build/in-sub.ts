/**
 * A value of a template as it stands in a text for Fn::Sub: what CloudFormation fills in as its variables, all else as it
 * is. Ref, Fn::GetAtt and Fn::Sub are what there is.
 */
export const inSub = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('${', '${!');
  if (Array.isArray(value)) return value.map(inSub);
  if (typeof value !== 'object' || value === null) return value;
  const { Ref: id, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value as { readonly [name: string]: unknown };
  if (typeof id === 'string') return `\${${id}}`;
  if (Array.isArray(attribute)) return `\${${attribute.join('.')}}`;
  if (typeof text === 'string') return text;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inSub(each)]));
};

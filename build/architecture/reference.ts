/** The logical id that `Ref` or `Fn::GetAtt` names; nothing where a value is neither. */
export const targetOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: unknown; 'Fn::GetAtt'?: readonly unknown[] };
  const id = Ref ?? attribute?.[0];
  return typeof id === 'string' ? id : undefined;
};

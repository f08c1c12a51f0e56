/** A CloudFormation resource, its properties as written. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape differs for each type, and AWS's validator checks it
  readonly Properties: any;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>>;
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** A value or a list of values, as IAM takes them: always as a list. */
export const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? value : [value as T];

/** The properties of a resource; throws where the template has none of that name. */
export const properties = (template: Template, logicalId: string): Resource['Properties'] => {
  const resource = template.Resources[logicalId];
  if (!resource) throw new Error(`The template has no ${logicalId}.`);
  return resource.Properties;
};

/** The logical ids of all resources of a type. */
export const idsOfType = (template: Template, type: string): readonly string[] =>
  Object.keys(template.Resources).filter((id) => template.Resources[id]?.Type === type);

/** What a role may do: its own inline policies, and those that are attached to it, managed ones too. */
export const roleStatements = (template: Template, role: string): readonly Statement[] => [
  ...(properties(template, role).Policies ?? []).flatMap(
    (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
  ),
  ...idsOfType(template, 'AWS::IAM::RolePolicy')
    .map((id) => properties(template, id))
    .filter((policy) => policy.RoleName.Ref === role)
    .flatMap((policy) => policy.PolicyDocument.Statement as Statement[]),
  ...idsOfType(template, 'AWS::IAM::ManagedPolicy')
    .map((id) => properties(template, id))
    .filter(({ Roles = [] }) => Roles.some(({ Ref }: { Ref: string }) => Ref === role))
    .flatMap((policy) => policy.PolicyDocument.Statement as Statement[]),
];

/** The actions of a role, sorted. */
export const roleActions = (template: Template, role: string): readonly string[] =>
  roleStatements(template, role)
    .flatMap((statement) => listOf(statement.Action))
    .toSorted();

export const arnOf = (logicalId: string): object => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

import type { Arrow } from './arrow.ts';
import { targetOf } from './reference.ts';
import type { Resource, ServiceDefinition } from './service-definition.ts';

interface Statement {
  readonly Sid?: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

/** What a role's statements say, those of its own and those of policies that name it. */
const statementsOf = (resources: ServiceDefinition['resources'], role: string): readonly Statement[] => {
  const documents = (policies: readonly { PolicyDocument: { Statement: Statement[] } }[] = []) =>
    policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const attached = Object.values(resources).filter(
    ({ Type, Properties }: Resource) => Type === 'AWS::IAM::RolePolicy' && Properties.RoleName.Ref === role,
  );
  return [
    ...documents(resources[role]?.Properties.Policies),
    ...documents(attached.map(({ Properties }) => Properties)),
  ];
};

/** Which actions are worth an arrow, to what outside of the stack where that isn't a resource of it, and how they read. */
const verbs: readonly {
  readonly actions: RegExp;
  readonly outside?: string;
  readonly label: string;
}[] = [
  { actions: /^cognito-idp:(Describe|Get)/, outside: 'cognito', label: 'looks' },
  { actions: /^cognito-idp:List/, outside: 'cognito', label: 'lists' },
  { actions: /^cognito-idp:(Update|Set)/, outside: 'cognito', label: 'puts right' },
  { actions: /^sqs:SendMessage$/, label: '' },
  { actions: /^sqs:StartMessageMoveTask$/, label: 'redrives' },
  { actions: /^sns:Publish$/, label: '' },
  { actions: /^dynamodb:(Get|Put|Update|Query)/, label: 'remembers' },
  { actions: /^events:PutEvents$/, outside: 'machines', label: '' },
  { actions: /^securityhub:/, outside: 'securityHub', label: '' },
  { actions: /^ssm:GetParameter$/, outside: 'webhook', label: '' },
];

/** What each function may do to other parts, from the policies of its role. */
export const arrowsOfRoles = ({ functions, resources }: ServiceDefinition): readonly Arrow[] =>
  Object.entries(functions).flatMap(([from, { role }]) =>
    verbs.flatMap(({ actions, outside, label }) => {
      const statements = statementsOf(resources, role).filter(({ Action }) =>
        listOf(Action).some((action) => actions.test(action)),
      );
      const targets = statements.flatMap(({ Resource: resource }) =>
        outside === undefined ? listOf(resource).flatMap((each) => targetOf(each) ?? []) : [outside],
      );
      return [...new Set(targets)].map((to) => ({ from, to, label, kind: 'call' as const }));
    }),
  );

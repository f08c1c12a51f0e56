import { type EvaluationResult, IAMClient, paginateSimulatePrincipalPolicy } from '@aws-sdk/client-iam';
import { inert } from '../report/inert.ts';
import { askAws, NotAnswered } from './ask-aws.ts';
import { type Check, ok, wrong } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';
import { type Needed, neededActions, type Place } from './needed-actions.ts';

const name = 'roles';

/**
 * Whether each function's role may do what docs/permissions.md lists. IAM simulates the role's own policies, its
 * boundary and service control policies; policies of queues, topics and the key are not in it.
 */
export const rolesCheck = async (parts: DeployedParts, place: Place): Promise<Check> => {
  const client = new IAMClient({ region: place.region });
  const needed = neededActions(parts, place);
  const missing: string[] = [];
  try {
    for (const each of needed) missing.push(...(await denied(client, parts, each)));
  } catch (error) {
    if (error instanceof NotAnswered && /NoSuchEntity/.test(error.code))
      return wrong(name, `A function's role is gone: ${error.message}`, 'Deploy again.');
    throw error;
  }
  const all = [...new Set(missing)];
  if (all.length === 0) {
    const count = needed.reduce((sum, { actions, on }) => sum + actions.length * on.length, 0);
    return ok(name, `The functions' roles may do what they need: ${count} rights asked about.`);
  }
  return wrong(
    name,
    `${all.join('; ')}.`,
    'Deploy again, or put the policy back by hand; what an organization or a boundary denies is for whoever runs those. docs/permissions.md',
  );
};

const denied = async (
  client: IAMClient,
  parts: DeployedParts,
  needed: Needed,
): Promise<readonly string[]> => {
  const results = await askAws('iam:SimulatePrincipalPolicy', simulated(client, parts, needed));
  return results
    .filter(({ EvalDecision }) => EvalDecision !== 'allowed')
    .map(({ EvalActionName = '', OrganizationsDecisionDetail, PermissionsBoundaryDecisionDetail }) => {
      const by =
        OrganizationsDecisionDetail?.AllowedByOrganizations === false
          ? ', by a service control policy'
          : PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false
            ? ', by its permissions boundary'
            : '';
      return inert(`${needed.role} may not ${EvalActionName}${by}`);
    });
};

const simulated = async (
  client: IAMClient,
  { roles }: DeployedParts,
  { role, actions, on, context = {} }: Needed,
): Promise<readonly EvaluationResult[]> => {
  const results: EvaluationResult[] = [];
  const pages = paginateSimulatePrincipalPolicy(
    { client },
    {
      PolicySourceArn: roles[role],
      ActionNames: [...actions],
      ResourceArns: [...on],
      ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
        ContextKeyName,
        ContextKeyValues: typeof value === 'string' ? [value] : [...value],
        ContextKeyType: typeof value === 'string' ? 'string' : 'stringList',
      })),
    },
  );
  for await (const { EvaluationResults = [] } of pages) results.push(...EvaluationResults);
  return results;
};

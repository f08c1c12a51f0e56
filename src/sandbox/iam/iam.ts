import { type Answer, answered, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { type Json, type JsonObject, stringAt } from '../json.ts';
import type { Roles } from './roles.ts';

/** Runs one IAM call: SimulatePrincipalPolicy of a role is all there is. */
export function runIam(roles: Roles, call: Call): Answer {
  if (call.operation !== 'SimulatePrincipalPolicy')
    return refused('InvalidAction', `Could not find operation ${call.operation} for version 2010-05-08`);
  const role = stringAt(call.input, 'PolicySourceArn') ?? '';
  const actions = members(call.input, 'ActionNames');
  if (actions.length === 0)
    return refused('ValidationError', "Value null at 'actionNames' failed to satisfy constraint");
  const unknown = actions.find((action) => !/^[a-z0-9-]+:[A-Za-z]+$/.test(action));
  if (unknown !== undefined) return refused('InvalidInput', `Invalid action: ${unknown}`);
  if (!roles.has(role)) return refused('NoSuchEntity', `The role ${role} cannot be found.`, 404);
  const given = members(call.input, 'ResourceArns');
  const resources = given.length === 0 ? ['*'] : given;
  return answered({
    IsTruncated: false,
    EvaluationResults: actions.flatMap((action) =>
      resources.map((resource) => evaluated(action, resource, roles.denial(role, action))),
    ),
  });
}

function evaluated(
  action: string,
  resource: string,
  denial: 'role' | 'organization' | undefined,
): JsonObject {
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: denial === undefined ? 'allowed' : 'implicitDeny',
    OrganizationsDecisionDetail: { AllowedByOrganizations: denial !== 'organization' },
  };
}

/** A list of a query request: `ActionNames.member.1`. */
function members(input: JsonObject, name: string): readonly string[] {
  const form = new RegExp(`^${name}\\.member\\.\\d+$`);
  return Object.entries(input)
    .filter((entry): entry is [string, Json & string] => form.test(entry[0]) && typeof entry[1] === 'string')
    .map(([, value]) => value);
}

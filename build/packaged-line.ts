import type { DeployParameters } from './deploy-parameters.ts';

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const placeOf = ({ organization }: DeployParameters): string => {
  if (!organization) return '';
  return organization.kind === 'centre'
    ? `, the centre of ${organization.organizationId}`
    : `, a member whose centre is ${organization.centre}`;
};

/**
 * What was packaged, in one line: whoever forgot a parameter, or gave another one than they meant, sees it before
 * anything is deployed.
 * @param home the Region that is deployed to
 */
export const packagedLine = (parameters: DeployParameters, home: string): string => {
  const { mode, otherRegions, emails, urgentEmails, organization, slack, slackWebhookParameter } = parameters;
  const told = [
    ...(organization?.kind === 'member' ? ['the centre'] : []),
    ...(emails.length + urgentEmails.length === 0
      ? []
      : [counted(emails.length + urgentEmails.length, 'address', 'addresses')]),
    ...(slack || slackWebhookParameter !== undefined ? ['Slack'] : []),
  ];
  return `Lifeguard in mode ${mode}, for ${[home, ...otherRegions].join(', ')}${placeOf(parameters)}; told: ${told.length === 0 ? 'nobody yet' : told.join(', ')}.`;
};

/** What a deployment is to an organization. */
export type OrganizationRole =
  /** What its members tell people of. @param organizationId `o-a1b2c3d4e5` */
  | { readonly kind: 'centre'; readonly organizationId: string; readonly callAs: CallAs }
  /** One of many. @param centre the centre's account */
  | { readonly kind: 'member'; readonly centre: string; readonly callAs: CallAs };

/** In whose name stack sets of the organization are made and read. */
export type CallAs = 'DELEGATED_ADMIN' | 'SELF';

const isCallAs = (text: string): text is CallAs => text === 'DELEGATED_ADMIN' || text === 'SELF';

// AWS Organizations API reference, Organization and Account.
const organizationPattern = /^o-[a-z0-9]{10,32}$/;
const accountPattern = /^\d{12}$/;

/** Whom people are told by is the centre's to say: each of these would be asked to confirm in every account. */
const peopleOfTheCentre = [
  'emails',
  'urgentEmails',
  'slackWorkspaceId',
  'slackChannelId',
  'slackWebhookParameter',
] as const;

type Name = 'organizationId' | 'centreAccountId' | 'callAs' | (typeof peopleOfTheCentre)[number];

/**
 * Reads what a deployment is to an organization.
 * @param value the value of a parameter; empty where it isn't given
 * @returns the role, absent where it is none or a mistake was made, and a sentence for each mistake
 */
export const readOrganizationRole = (
  value: (name: Name) => string,
): { readonly role?: OrganizationRole; readonly mistakes: readonly string[] } => {
  const organizationId = value('organizationId');
  const centre = value('centreAccountId');
  const callAs = value('callAs');
  const mistakes: string[] = [];
  const expect = (holds: boolean, mistake: string): void => {
    if (!holds) mistakes.push(mistake);
  };
  expect(
    organizationId === '' || organizationPattern.test(organizationId),
    `organizationId: "${organizationId}" is not the id of an organization such as o-a1b2c3d4e5`,
  );
  expect(
    centre === '' || accountPattern.test(centre),
    `centreAccountId: "${centre}" is not the 12 digits of an account`,
  );
  expect(
    organizationId === '' || centre === '',
    'centreAccountId: given with organizationId; a deployment is the centre of an organization or one of its members',
  );
  if (!isCallAs(callAs)) mistakes.push(`callAs: "${callAs}" is neither DELEGATED_ADMIN nor SELF`);
  for (const name of centre === '' ? [] : peopleOfTheCentre)
    expect(value(name) === '', `${name}: given with centreAccountId; people are told by the centre`);
  if (mistakes.length > 0 || !isCallAs(callAs)) return { mistakes };
  if (organizationId !== '') return { mistakes, role: { kind: 'centre', organizationId, callAs } };
  return centre === '' ? { mistakes } : { mistakes, role: { kind: 'member', centre, callAs } };
};

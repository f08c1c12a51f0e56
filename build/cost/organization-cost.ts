import { serviceDefinition } from '../architecture/service-definition.ts';
import { assumed, type CostLine, costLines } from './cost-lines.ts';
import { partsOf } from './parts-of.ts';
import { prices } from './prices.ts';
import { inDollars, row } from './table.ts';

const memberParts = partsOf(
  serviceDefinition({ kind: 'member', centre: '999988887777', callAs: 'DELEGATED_ADMIN' }),
);
const centreParts = partsOf(
  serviceDefinition({ kind: 'centre', organizationId: 'o-a1b2c3d4e5', callAs: 'DELEGATED_ADMIN' }),
);

/** People of a member are told by the centre. */
const member: readonly CostLine[] = [
  ...costLines({ ...memberParts, mails: 0 }),
  {
    what: 'EventBridge',
    sum: `${assumed.eventsToTheCentre} events to the centre: a heartbeat an hour, a digest a day, 20 outcomes`,
    dollars: () => assumed.eventsToTheCentre * prices.event,
  },
];
const centre: readonly CostLine[] = costLines({
  ...centreParts,
  metrics: centreParts.metrics + assumed.metricsOfTheCentre,
});

const dollarsOf = (lines: readonly CostLine[], what?: string): number =>
  lines
    .filter((line) => what === undefined || line.what === what)
    .reduce((sum, { dollars }) => sum + dollars(assumed.poolsOfAMember), 0);

const of = (accounts: number): string => {
  const [each, one] = [dollarsOf(member), dollarsOf(centre)];
  const sum = `${accounts} × ${inDollars(each)} + ${inDollars(one)}`;
  return row([`${accounts} members and their centre`, sum, String(Math.round(accounts * each + one))]);
};

/** What members of an organization and their centre cost a month, in Markdown, and so many accounts together. */
export const organizationCost = (): string =>
  [
    row(['', 'A member', 'The centre', 'How, of a member']),
    row(['---', '---:', '---:', '---']),
    ...member.map(({ what, sum }) =>
      row([what, inDollars(dollarsOf(member, what)), inDollars(dollarsOf(centre, what)), sum]),
    ),
    row([
      '**Together**',
      `**${inDollars(dollarsOf(member))}**`,
      `**${inDollars(dollarsOf(centre))}**`,
      `the centre has ${centreParts.alarms} alarms, ${assumed.metricsOfTheCentre} metrics more, a dashboard and the mails`,
    ]),
    '\n',
    row(['', 'Sum', 'US dollars']),
    row(['---', '---', '---:']),
    of(10),
    of(140),
  ].join('');

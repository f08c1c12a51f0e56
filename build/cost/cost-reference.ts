import { serviceDefinition } from '../architecture/service-definition.ts';
import { assumed, costLines } from './cost-lines.ts';
import { organizationCost } from './organization-cost.ts';
import { partsOf } from './parts-of.ts';
import { inDollars, row } from './table.ts';

const head = `<!-- Written by \`npm run generate\`: change build/cost/. -->

# What it costs

For a month of hourly sweeps, in US dollars. Prices are AWS's list prices for us-east-1 as known when this was written, without the free tier, which covers most of the first two columns, and which accounts of an organization share; look yours up in the [AWS Pricing Calculator](https://calculator.aws/).

## An account

`;

const ofOrganizations = `
## An organization

Members and their [centre](organizations.md), each with ${assumed.poolsOfAMember} pools:

`;

const foot = `
Most of it is for keys, queues, alarms and metrics, which are the same for one pool and for a hundred. Half a megabyte a version in the bucket of artifacts comes besides.

## What is not among it

What it doesn't cost: calls of Cognito, Systems Manager's standard parameters, AWS's own events on EventBridge's default bus, CloudFormation StackSets, and the first copy of management events in a trail (its storage in S3 is charged).

What comes with use: events of other Regions and events for machines, at $1 a million; findings in [Security Hub](security-hub.md); more mails; the trail's bucket with \`createTrail\`. A burst of changes costs little, since a look answers for all events of its pool.

What stays after a [removal](deploy.md#remove): the ledger and its key, $1 a month for the key until it is deleted.

## Where the figures come from

- **Looks**: each pool once an hour, 730 hours a month. \`sweepEvery\` of six hours makes a sixth of every figure that grows with pools.
- **DynamoDB**: counted on a local DynamoDB: a compliant look of a sweep takes two updates of the pool's item and one note. The item has 1.9 KB after the first look and 2.7 KB with a fix in its history; a unit is one KB, begun.
- **Lambda**: two reads of Cognito side by side and the ledger's calls take some 0.3 seconds. That is an assumption: nothing here was measured on AWS.
- **Logs**: one line of ours and three of Lambda's for a look of its own invocation.
- **X-Ray**: Lambda traces the first request of each second and a twentieth of the others; a sweep at the default rate takes 3.75 looks a second.
- **SQS**: Lambda asks an empty queue with five connections, each waiting twenty seconds.
- **Queues, alarms, dashboards**: counted in the template.
`;

const pools = [10, 100, 1000] as const;

/** docs/cost.md: a month's bill for 10, 100 and 1,000 pools, and for an organization, from the parts that each has. */
export const costReference = (): string => {
  const lines = costLines(partsOf(serviceDefinition()));
  const total = (count: number): number => lines.reduce((sum, { dollars }) => sum + dollars(count), 0);
  return [
    head,
    row(['', '10 pools', '100 pools', '1,000 pools', 'How']),
    row(['---', '---:', '---:', '---:', '---']),
    ...lines.map(({ what, sum, dollars }) =>
      row([what, ...pools.map((count) => inDollars(dollars(count))), sum]),
    ),
    row(['**Together**', ...pools.map((count) => `**${inDollars(total(count))}**`), '']),
    ofOrganizations,
    organizationCost(),
    foot,
  ].join('');
};

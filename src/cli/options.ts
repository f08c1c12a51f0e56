import { InvalidArgumentError, Option } from 'commander';
import { audienceNames } from './audience-names.ts';
import { listingFormats } from './listing/format.ts';
import { requestFormats } from './request-text.ts';

// Options that several commands have; each command gets its own, since commander changes them.

export const policiesOption = () =>
  new Option('--policies <dir>', 'folder of policy files').default('./policies');

export const formatOption = () =>
  new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text');

export const audienceOption = () =>
  new Option('--as <audience>', 'who is told').choices(audienceNames).default(audienceNames[0]);

export const poolsOption = () =>
  new Option('--pool <id>', 'a user pool, repeatable; without it, all of the Region')
    .argParser(collect)
    .default([], 'all');

export const rulesOption = () =>
  new Option('--rule <id>', 'a rule, repeatable; without it, all').argParser(collect).default([], 'all');

export const regionOption = () => new Option('--region <region>', 'in place of AWS_REGION');

/** Regions, for a command that goes through several. */
export const regionsOption = (which = 'in place of AWS_REGION, repeatable', otherwise = 'AWS_REGION') =>
  new Option('--region <region>', which).argParser(collect).default([], otherwise);

export const allRegionsOption = () =>
  new Option('--all-regions', 'every Region that the account has enabled').default(false);

export const rateOption = () =>
  new Option('--rate <share>', "share of Cognito's quota of 15 reads a second to take, in each Region")
    .argParser(share)
    .default(0.5);

export const quietOption = () => new Option('--quiet', 'no progress on standard error').default(false);

export const listingFormatOption = () =>
  new Option('--format <format>', 'what to print').choices(listingFormats).default('text');

export const planFormatOption = () =>
  new Option('--format <format>', 'what to print; cli-input-… is the request itself, of one pool')
    .choices([...listingFormats, ...requestFormats])
    .default('text');

export const callOption = () =>
  new Option(
    '--call <operation>',
    "which of the plan's calls, for --format cli-input-…; its first if not said",
  ).choices(['UpdateUserPool', 'SetUserPoolMfaConfig']);

export const outputOption = () =>
  new Option('--output <file>', 'write it to a file, whole or not at all (default: standard output)');

/** How far back CloudTrail's event history is read. */
export const daysOption = () =>
  new Option('--days <days>', 'of CloudTrail’s event history, 90 at most').argParser(daysOfHistory);

export const yesOption = (does = 'write without asking') => new Option('--yes', does).default(false);

export const accountOption = () => new Option('--account', 'every pool of the account').default(false);

export const ledgerOption = () =>
  new Option(
    '--ledger <place>',
    'deployed, local (the folder .lifeguard), or a folder (default: LIFEGUARD_LEDGER, or deployed)',
  );

/** Where what is remembered is found. */
export const ledgerOptions = () => [ledgerOption(), stageOption()];

export const stageOption = () => new Option('--stage <stage>', 'of the deployment').default('prod');

export const forOption = () => new Option('--for <time>', 'how long: 30m, 4h, 1d; a day at most');

export const portOption = () =>
  new Option('--port <port>', 'port on 127.0.0.1').argParser(port).default(4577);

export const pagePortOption = () =>
  new Option(
    '--page-port <port>',
    'port of the page that shows what happens (default: the next one)',
  ).argParser(port);
export const templateOption = () =>
  new Option(
    '--template <files...>',
    'CloudFormation, SAM, Serverless, or what the CDK synthesized (cdk.out/*.template.json)',
  );

export const terraformPlanOption = () =>
  new Option('--terraform-plan <files...>', 'what terraform show -json PLANFILE printed');

const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];

const share = (text: string): number => {
  const number = Number(text);
  if (!(number >= 0.01 && number <= 1)) throw new InvalidArgumentError('A share is a number from 0.01 to 1.');
  return number;
};

/** Event history ends after 90 days. Source: "Working with CloudTrail event history", AWS CloudTrail user guide. */
const daysOfHistory = (text: string): number => {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 90)
    throw new InvalidArgumentError(
      'It is a whole number from 1 to 90: CloudTrail keeps 90 days. Older log files are read with --from.',
    );
  return days;
};

const port = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return number;
};

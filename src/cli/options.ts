import { InvalidArgumentError, Option } from 'commander';
import { day } from '../history/times.ts';
import { lengthOfTime } from './length-of-time.ts';

// Options that several commands have; each command gets its own, since commander changes them.

export const policiesOption = () =>
  new Option('--policies <dir>', 'folder of policy files').default('./policies');

export const formatOption = () =>
  new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text');

export const poolsOption = () =>
  new Option('--pool <id>', 'a user pool, repeatable; without it, all of the Region')
    .argParser(collect)
    .default([], 'all');

export const rulesOption = () =>
  new Option('--rule <id>', 'a rule, repeatable; without it, all').argParser(collect).default([], 'all');

export const regionOption = () => new Option('--region <region>', 'in place of AWS_REGION');

export const yesOption = (does = 'write without asking') => new Option('--yes', does).default(false);

export const accountOption = () => new Option('--account', 'every pool of the account').default(false);

/** Where what is remembered is found. */
export const ledgerOptions = () => [
  new Option('--ledger <place>', 'deployed, or a folder (default: LIFEGUARD_LEDGER, or deployed)'),
  stageOption(),
];

export const stageOption = () => new Option('--stage <stage>', 'of the deployment').default('prod');

export const forOption = () =>
  new Option('--for <time>', 'how long: 30m, 4h, 1d; a day at most')
    .argParser(upToADay)
    .makeOptionMandatory();

export const portOption = () =>
  new Option('--port <port>', 'port on 127.0.0.1').argParser(port).default(4577);

export const templateOption = () =>
  new Option(
    '--template <files...>',
    'CloudFormation, SAM, Serverless, or what the CDK synthesized (cdk.out/*.template.json)',
  );

export const terraformPlanOption = () =>
  new Option('--terraform-plan <files...>', 'what terraform show -json PLANFILE printed');

const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];

const upToADay = (text: string): number => {
  const milliseconds = lengthOfTime(text);
  if (milliseconds === undefined || milliseconds === 0 || milliseconds > day)
    throw new InvalidArgumentError(
      'It is a whole number of minutes, hours or days, such as 30m, 4h or 1d, and a day at most.',
    );
  return milliseconds;
};

const port = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return number;
};

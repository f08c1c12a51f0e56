import { type Argument, Command, CommanderError, Option } from 'commander';
import { CliError } from './cli-error.ts';
import type { ValidateOptions } from './commands/validate.ts';
import { type Finish, withOptions } from './declaring.ts';
import { declareDeskCommands } from './desk-commands.ts';
import { exitCode } from './exit-code.ts';
import {
  formatOption,
  policiesOption,
  poolsOption,
  portOption,
  regionOption,
  templateOption,
  terraformPlanOption,
  yesOption,
} from './options.ts';

/** The command line: arguments only; each command is a file in commands/, loaded when it is called. */
export const commandLine = (finish: Finish): Command => {
  const lifeguard = new Command('lifeguard')
    .description('Holds Amazon Cognito user pools to policy files, and puts back what they require.')
    .addHelpText('after', exitCodeHelp)
    .exitOverride()
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(termOf)].join(' '),
    });
  const declare = (name: string, description: string, example: string) =>
    withOptions(lifeguard.command(name), [policiesOption()], description, example);
  declare('demo', 'Shows a rescue from start to end, on a sandbox of its own', 'lifeguard demo').action(
    async (options) => finish(await (await import('./commands/demo.ts')).demo(options)),
  );
  declare(
    'sandbox',
    'Runs AWS on loopback with Lifeguard deployed in it, until Ctrl-C',
    'lifeguard sandbox --semantics measured',
  )
    .addOption(portOption())
    .addOption(
      new Option('--semantics <semantics>', 'what UpdateUserPool does to members that it is not told')
        .choices(['documented', 'measured', 'worst'])
        .default('documented'),
    )
    .option('--ledger <folder>', 'where what is remembered is kept (default: a folder that goes with it)')
    .action(async (options) => finish(await (await import('./commands/sandbox.ts')).sandbox(options)));
  declare(
    'validate',
    'Checks policy files and prints every mistake with its place',
    'lifeguard validate --against main',
  )
    .argument('[dir]', 'folder of policy files, in place of --policies')
    .option('--against <git-ref>', 'also list what was loosened since this ref; status 1 if anything was')
    .addOption(formatOption())
    .action(
      async (dir: string | undefined, options: ValidateOptions & { policies: string }, command: Command) => {
        const { policies, ...rest } = options;
        if (dir !== undefined && command.getOptionValueSource('policies') === 'cli')
          throw new CliError('Give the folder once: as DIR or as --policies.', exitCode.usage);
        const { validate } = await import('./commands/validate.ts');
        finish(await validate(dir ?? policies, rest));
      },
    );
  declare(
    'plan',
    'Prints what would be done to live pools; needs read permissions only',
    'lifeguard plan --pool eu-west-1_AbCdEf123',
  )
    .addOption(poolsOption())
    .addOption(regionOption())
    .addOption(formatOption())
    .action(async (options) => finish(await (await import('./commands/plan.ts')).plan(options)));
  declare(
    'check',
    'Holds pools that templates or Terraform plans declare against the policies, before they are deployed',
    'lifeguard check --template template.yaml',
  )
    .addOption(templateOption())
    .addOption(terraformPlanOption())
    .option('--account <id>', 'that it will be deployed to, for policies that bind by account')
    .option('--region <region>', 'that it will be deployed to, for policies that bind by Region')
    .option('--strict', 'what is undetermined fails the check, too', false)
    .action(async (options) => finish(await (await import('./commands/check.ts')).check(options)));
  declare(
    'replay',
    'Takes recorded EventBridge events down the path that they take in the Lambda; tells nobody',
    'lifeguard replay events/update-user-pool/iam-user.json --dry-run',
  )
    .argument('<path>', 'a JSON file, or a folder of them')
    .addOption(yesOption())
    .option('--dry-run', 'write nothing, ask nothing', false)
    .addOption(formatOption())
    .action(async (path, options) =>
      finish(await (await import('./commands/replay.ts')).replay(path, options)),
    );
  declareDeskCommands(lifeguard, finish);
  return lifeguard;
};

/** Every command has options: a list of commands is easier to read without saying so. */
const termOf = (argument: Argument): string => {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
};

const exitCodeHelp = `
Exit status:
  0  compliant, or put right, or done as asked
  1  findings or refusals remain, or nothing was written
  2  a mistake in the command or in a policy file
  3  AWS or the ledger refused, or could not be reached
  4  partly done
  70 a defect of this command
Of several, the highest is given. Credentials, Region, profile and endpoint are read as every AWS SDK
reads them: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL …`;

/** Runs the command line. @returns the exit status */
export const main = async (argv: readonly string[]): Promise<number> => {
  let code: number = exitCode.compliant;
  try {
    await commandLine((finished) => {
      code = finished;
    }).parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.compliant : exitCode.usage;
    if (error instanceof CliError) {
      console.error(error.message);
      return error.exitCode;
    }
    throw error;
  }
};

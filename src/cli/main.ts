import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CliError } from './cli-error.ts';
import type { ValidateOptions } from './commands/validate.ts';
import { exitCode } from './exit-code.ts';

const policiesOption = () => new Option('--policies <dir>', 'folder of policy files').default('./policies');
const formatOption = () =>
  new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text');
const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];

const port = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return number;
};

/** The command line: arguments only; each command is a file in commands/, loaded when it is called. */
const program = (finish: (code: number) => void): Command => {
  const lifeguard = new Command('lifeguard')
    .description('Holds Amazon Cognito user pools to policy files, and puts back what they require.')
    .addHelpText('after', exitCodeHelp)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  lifeguard
    .command('demo')
    .description('Shows a rescue from start to end, on a sandbox of its own')
    .addOption(policiesOption())
    .action(async (options) => finish(await (await import('./commands/demo.ts')).demo(options)));
  lifeguard
    .command('sandbox')
    .description('Runs AWS on loopback with Lifeguard deployed in it, until Ctrl-C')
    .addOption(new Option('--port <port>', 'port on 127.0.0.1').argParser(port).default(4577))
    .addOption(
      new Option('--semantics <semantics>', 'what UpdateUserPool does to members that it is not told')
        .choices(['documented', 'measured', 'worst'])
        .default('documented'),
    )
    .addOption(policiesOption())
    .action(async (options) => finish(await (await import('./commands/sandbox.ts')).sandbox(options)));
  lifeguard
    .command('validate')
    .description('Checks policy files and prints every mistake with its place')
    .argument('[dir]', 'folder of policy files')
    .addOption(new Option('--policies <dir>', 'the same as DIR'))
    .option('--against <git-ref>', 'also list what was loosened since this ref; status 1 if anything was')
    .addOption(formatOption())
    .action(
      async (dir: string | undefined, { policies, ...options }: ValidateOptions & { policies?: string }) => {
        if (dir !== undefined && policies !== undefined)
          throw new CliError('Give the folder once: as DIR or as --policies.', exitCode.usage);
        const { validate } = await import('./commands/validate.ts');
        finish(await validate(dir ?? policies ?? './policies', options));
      },
    );
  lifeguard
    .command('plan')
    .description('Prints what would be done to live pools; needs read permissions only')
    .addOption(
      new Option('--pool <id>', 'a user pool, repeatable; without it, all of the Region')
        .argParser(collect)
        .default([], 'all'),
    )
    .option('--region <region>', 'in place of AWS_REGION')
    .addOption(formatOption())
    .addOption(policiesOption())
    .action(async (options) => finish(await (await import('./commands/plan.ts')).plan(options)));
  lifeguard
    .command('replay')
    .description('Takes recorded EventBridge events down the path that they take in the Lambda; tells nobody')
    .argument('<path>', 'a JSON file, or a folder of them')
    .option('--yes', 'write without asking', false)
    .option('--dry-run', 'write nothing, ask nothing', false)
    .addOption(formatOption())
    .addOption(policiesOption())
    .action(async (path, options) =>
      finish(await (await import('./commands/replay.ts')).replay(path, options)),
    );
  return lifeguard;
};

const exitCodeHelp = `
Exit status:
  0  compliant, or put right
  1  findings or refusals remain
  2  a mistake in the command or in a policy file
  3  AWS refused, or could not be reached
  4  partly done
  70 a defect of this command
Of several, the highest is given. Credentials, Region, profile and endpoint are read as every AWS SDK
reads them: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL …`;

/** Runs the command line. @returns the exit status */
export const main = async (argv: readonly string[]): Promise<number> => {
  let code: number = exitCode.compliant;
  try {
    await program((finished) => {
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

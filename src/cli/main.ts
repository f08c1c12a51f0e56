import { Argument, Command, CommanderError, Help, Option } from 'commander';
import { CliError } from './cli-error.ts';
import { commandAt } from './command-at.ts';
import type { ValidateOptions } from './commands/validate.ts';
import { type Shell, shells } from './completion/shells.ts';
import { argumentTerm, type Finish, withOptions } from './declaring.ts';
import { declareDeskCommands } from './desk-commands.ts';
import { exitCode } from './exit-code.ts';
import { withLiveOptions } from './live/live-options.ts';
import {
  allRegionsOption,
  audienceOption,
  callOption,
  daysOption,
  formatOption,
  ledgerOption,
  listingFormatOption,
  outputOption,
  pagePortOption,
  planFormatOption,
  policiesOption,
  portOption,
  quietOption,
  regionsOption,
  stageOption,
  templateOption,
  terraformPlanOption,
  yesOption,
} from './options.ts';
import { packageVersion } from './package-version.ts';
import { fitted } from './terminal/fitted.ts';
import { onScreen, printData, printError } from './terminal/print.ts';

/** The command line: arguments only; each command is a file in commands/, loaded when it is called. */
export const commandLine = (finish: Finish): Command => {
  const lifeguard = new Command('lifeguard')
    .description('Holds Amazon Cognito user pools to policy files, and puts back what they require.')
    .version(packageVersion, '--version', 'print the version')
    .addHelpText('after', ({ command }) => fitted(exitCodeHelp, helpWidth(command)))
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(onScreen(text, process.stderr)) })
    .configureHelp({
      minWidthToWrap: 20,
      showGlobalOptions: true,
      visibleGlobalOptions: inheritedOptions,
      // Every command has options: a list of commands is easier to read without saying so.
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
    });
  const declare = (name: string, description: string, example: string) =>
    withOptions(lifeguard.command(name), [policiesOption()], description, example);
  declare(
    'init',
    'Writes a first folder of policies, overwrites nothing, and says what to type next',
    'lifeguard init --mode notify --emails security@example.com --region eu-west-1',
  )
    .addOption(
      new Option(
        '--mode <mode>',
        'whether what differs is told, or also put right (default: notify)',
      ).choices(['notify', 'remediate']),
    )
    .option('--emails <addresses>', 'who is to hear, with commas')
    .addOption(regionsOption('where it is to be deployed, repeatable', 'none'))
    .option('--yes', 'ask nothing', false)
    .action(async (options) => finish(await (await import('./commands/init.ts')).init(options)));
  declare('demo', 'Shows a rescue from start to end, on a sandbox of its own', 'lifeguard demo').action(
    async (options) => finish(await (await import('./commands/demo.ts')).demo(options)),
  );
  declare(
    'sandbox',
    'Runs AWS on loopback with Lifeguard deployed in it, until Ctrl-C',
    'lifeguard sandbox --semantics measured',
  )
    .addOption(portOption())
    .addOption(pagePortOption())
    .addOption(
      new Option('--semantics <semantics>', 'what UpdateUserPool does to members that it is not told')
        .choices(['documented', 'measured', 'worst'])
        .default('documented'),
    )
    .option('--quotas', "refuse what is over Cognito's quotas of calls a second", false)
    .option('--ledger <folder>', 'where what is remembered is kept (default: a folder that goes with it)')
    .option('--messages', 'print mails and Slack messages whole, not only what they are about', false)
    .action(async (options) => finish(await (await import('./commands/sandbox.ts')).sandbox(options)));
  declare(
    'validate',
    'Checks policy files and prints every mistake with its place',
    'lifeguard validate --against main',
  )
    .argument('[dir]', 'folder of policy files, in place of --policies')
    .option('--against <git-ref>', 'also list what was loosened since this ref; status 1 if anything was')
    .addOption(listingFormatOption())
    .addOption(outputOption())
    .action(
      async (dir: string | undefined, options: ValidateOptions & { policies: string }, command: Command) => {
        const { policies, ...rest } = options;
        if (dir !== undefined && command.getOptionValueSource('policies') === 'cli')
          throw new CliError('Give the folder once: as DIR or as --policies.', exitCode.usage);
        const { validate } = await import('./commands/validate.ts');
        finish(await validate(dir ?? policies, rest));
      },
    );
  withLiveOptions(
    declare(
      'check',
      'Holds pools against policy, live or as files declare them, and lists what is wrong, worst first; reads only',
      'lifeguard check --all-regions --format markdown --output verdicts.md',
    ),
  )
    .addOption(templateOption())
    .addOption(terraformPlanOption())
    .option('--account <id>', 'of what files declare: where it will be deployed, as --region is for them')
    .option('--strict', 'of what files declare: what is undetermined is a finding, too', false)
    .addOption(listingFormatOption())
    .addOption(outputOption())
    .action(async (options) => finish(await (await import('./commands/check.ts')).check(options)));
  withLiveOptions(
    declare(
      'plan',
      'Prints what would be done to live pools; needs read permissions only',
      'lifeguard plan --pool eu-west-1_AbCdEf123',
    ),
  )
    .addOption(planFormatOption())
    .addOption(callOption())
    .addOption(outputOption())
    .addOption(ledgerOption())
    .addOption(stageOption())
    .action(async (options) => finish(await (await import('./commands/plan.ts')).plan(options)));
  withLiveOptions(
    declare(
      'report',
      'Writes how pools keep to policy as one HTML file, for people without a terminal; reads only',
      'lifeguard report --output report.html',
    ),
  )
    .option('--output <file>', 'the file to write; one that is there is replaced', 'report.html')
    .option(
      '--ledger <place>',
      "deployed, none, or a folder (default: LIFEGUARD_LEDGER, or a deployment's where there is one)",
    )
    .addOption(stageOption())
    .action(async (options) => finish(await (await import('./commands/report.ts')).report(options)));
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
  withOptions(
    lifeguard.command('notice'),
    [audienceOption(), formatOption()],
    'Prints what people and programs are told of an outcome; sends nothing',
    'lifeguard notice outcome.json --as slack',
  )
    .argument('<file>', 'outcomes or announcements as JSON, one or a list; - is standard input')
    .action(async (file, options) =>
      finish(await (await import('./commands/notice.ts')).notice(file, options)),
    );
  declare(
    'backtest',
    'Says what these policies would have said of changes that CloudTrail has recorded',
    'lifeguard backtest --days 30',
  )
    .addOption(daysOption())
    .option('--from <dir>', 'CloudTrail’s log files, .json or .json.gz, in place of its history')
    .addOption(regionsOption())
    .addOption(allRegionsOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(quietOption())
    .action(async (options) => finish(await (await import('./commands/backtest.ts')).backtest(options)));
  declare(
    'explain',
    'Says what a rule or a setting is, why, what it drags along, and what AWS refuses of it',
    'lifeguard explain password-minimum-length',
  )
    .argument('<rule-or-setting>', 'a rule in the policy files, or a setting; of its name the end will do')
    .addOption(formatOption())
    .action(async (name, options) =>
      finish(await (await import('./commands/explain.ts')).explain(name, options)),
    );
  declareDeskCommands(lifeguard, finish);
  withOptions(
    lifeguard.command('completion'),
    [],
    'Prints a script that has a shell complete commands, options and what they take',
    'lifeguard completion bash',
  )
    .addArgument(new Argument('<shell>', 'for which shell').choices(shells))
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion/completion-script.ts');
      const { completables } = await import('./completion/completable.ts');
      printData(completionScript(shell, completables(lifeguard)));
      finish(exitCode.compliant);
    });
  withOptions(
    lifeguard.helpCommand(false).command('help'),
    [],
    'Says what a command takes',
    'lifeguard help breaker reset',
  )
    .argument('[command...]', 'a command, and one below it')
    .action((path: readonly string[]) => commandAt(lifeguard, path).help());
  for (const each of lifeguard.commands) withUsage(each);
  return lifeguard;
};

/** commander names the first argument that is missing: the usage line names all. */
const withUsage = (command: Command): void => {
  if (command.registeredArguments.some(({ required }) => required))
    command.showHelpAfterError(`Usage: ${command.createHelp().commandUsage(command)}`);
  for (const each of command.commands) withUsage(each);
};

/** What a subcommand takes of the command above it. The version is the program's, and no command's. */
const inheritedOptions = (command: Command): Option[] =>
  Object.assign(new Help(), { showGlobalOptions: true })
    .visibleGlobalOptions(command)
    .filter(({ long }) => long !== '--version');

const exitCodeHelp = `
Exit status:
  0  compliant, or put right, or done as asked
  1  findings or refusals remain, or nothing was written
  2  a mistake in the command or in a policy file
  3  AWS or the ledger refused, or could not be reached
  4  partly done
  70 a defect of this command
Of several, the highest is given.

Credentials, Region, profile and endpoint are read as every AWS SDK reads them: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL …`;

/** In columns: where the help goes to no terminal, as commander has it. */
const helpWidth = (command: Command): number => command.configureOutput().getOutHelpWidth?.() ?? 80;

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
      printError(error.message);
      return error.exitCode;
    }
    throw error;
  }
};

import { Argument, type Command, type Help, type Option } from 'commander';
import { argumentTerm } from '../src/cli/declaring.ts';
import { commandLine } from '../src/cli/main.ts';

const head = `<!-- Written by \`npm run generate\`: change build/cli-reference.ts or the command line. -->

# The command line

Every command of \`lifeguard\`, with what it takes. \`lifeguard COMMAND --help\` says the same.

## What all commands share

Credentials, Region, profile and endpoint are read as every AWS SDK reads them: \`AWS_PROFILE\`, \`AWS_REGION\`, \`AWS_ENDPOINT_URL\`, the files in \`~/.aws\`, a role of the machine. A permission that is missing is named as the IAM action to add, once for each action.

Text for people is broken between words at the width of the terminal, and goes on below its column or indented; commands and addresses in it stay whole, to be copied. In a pipe or a file, and in every other format, lines are whole. Colour is used where standard output is a terminal and \`NO_COLOR\` isn't set; what it says, a word or a mark says, too. Progress goes to standard error, once a command takes more than two seconds, and only where that is a terminal; \`--quiet\` turns it off.

Ctrl-C ends \`check\` and \`plan\` after the looks that are under way, and \`apply\` after the pools that are being written to: no write is left half-made, and what was not done is said. Ctrl-C again ends at once, and names the pools in the middle of whose write that was. At a question it is a no.

### Exit status

| Status | Means |
| --- | --- |
| 0 | compliant, or put right, or done as asked |
| 1 | findings or refusals remain, or nothing was written |
| 2 | a mistake in the command or in a policy file |
| 3 | AWS or the ledger refused, or could not be reached: what was not looked at isn't known to be compliant |
| 4 | partly done, or interrupted |
| 70 | a defect of the command |

Of several, the highest is given.

A pool that is named and that nobody knows is a mistake in the command, 2, whichever command it is, and nothing is written. \`accept\`, \`breaker\` and \`history\` know the pools that are remembered; \`pause\` and \`resume\` those too, deleted ones among them, and the pools that are there; the others know the pools that are there. \`undo\` names an outcome: where its pool is gone, nothing is written, and it ends with 1.

### Formats

\`check\`, \`plan\`, \`apply\`, \`backtest\` and \`validate\` take \`--format\`, and \`--output FILE\`, which is written whole or not at all; a device or a pipe is written into.

| Format | For | What it is |
| --- | --- | --- |
| \`text\` | people | worst first; \`plan\` prints what would be done |
| \`json\` | programs | [verdicts.schema.json](verdicts.schema.json); of \`plan\` and \`apply\` a list of [outcomes](outcome.schema.json), of \`backtest\` [its report](backtest.schema.json), of \`validate --against\` what was loosened |
| \`sarif\` | code scanning | SARIF 2.1.0; a live pool's result stands at the policy's line, a declared pool's where the file declares it; the pool is its logical location |
| \`junit\` | CI systems | a suite for each pool, a case for each rule, those that hold too; what is exempted or undetermined is skipped |
| \`markdown\` | comments on pull requests | worst first, cut below 65,536 characters; everything from outside in code spans |
| \`cli-input-json\`, \`cli-input-yaml\` | the AWS CLI | \`plan\` with one \`--pool\`: the whole request that would be sent. It holds all that the pool holds, secrets too |

A verdict is a *violation*, *refused* (it can't be put right, and why), *exempted* (under an exemption), *undetermined* or *compliant*.

### Many pools

\`check\`, \`plan\`, \`report\` and \`apply\` look at the pools of several Regions side by side (\`--region\`, repeated, or \`--all-regions\`), and in each take half of Cognito's quota of 15 reads a second, or the share that \`--rate\` says: 3.7 pools a second, or seven with \`--rate 1\`. Nothing of a pool is kept but what is listed. A Region that refuses is told, and the others go on. One that has no pools is said so, and one that doesn't exist is a mistake in the command: of those that this version doesn't know, the account's own list (\`account:ListRegions\`) says whether they are there.

\`apply\` shows the plan for all of them, asks once, and writes: in each Region one pool after the other, within the same share of either quota, about one pool a second at half. At its end it says what was written, what was not, and what remains.

### What is remembered

\`plan\` reads the ledger that \`--ledger\` or \`LIFEGUARD_LEDGER\` names, or the deployed one where it finds one, and says what the deployment would do: pauses, debt, rules that rest after an undo, the tier to restore. Where it finds none it says that it doesn't know. A ledger that is there and can't be read ends with 3. Where pools of several Regions are meant, each is looked at by what the deployment that looks after its Region remembers. \`apply\` does the same, and leaves out the pools of a Region that no deployment looks after, with 3: it never writes by another one's ledger. A ledger that is named counts for all Regions. \`--ledger local\` is the folder \`.lifeguard\`; its files hold what pools held, secrets too, and are their owner's alone. \`check\` knows nothing of the past: it says what is. \`report\` reads a ledger as \`plan\` does.

### Completion

\`lifeguard completion bash\`, \`zsh\` or \`fish\` prints a script that has a shell complete commands, options and what they take: Regions, settings, and the rules of the policy folder. It completes the word \`lifeguard\`, so where you type \`npx lifeguard\`, give that a name, in the shell's own file of settings or before you begin:

\`\`\`sh
lifeguard() { npx lifeguard "$@"; }                 # bash and zsh
source <(npx lifeguard completion bash)             # or zsh
\`\`\`

\`\`\`fish
function lifeguard; npx lifeguard $argv; end
npx lifeguard completion fish | source
\`\`\`

### What files declare

\`check --template FILE\` and \`check --terraform-plan FILE\` hold the pools that files declare against the same policies, and ask nothing of AWS: [shift-left.md](shift-left.md).
`;

/** docs/cli.md: what the command line takes, from the command line itself. */
export const cliReference = (): string =>
  [
    head,
    '## Commands',
    ...commandsOf(
      commandLine(() => {}),
      'lifeguard',
    ),
  ].join('\n');

const commandsOf = (parent: Command, path: string): readonly string[] =>
  parent.commands.flatMap((command) => {
    const own = `${path} ${command.name()}`;
    return [sectionOf(command, own), ...commandsOf(command, own)];
  });

const sectionOf = (command: Command, path: string): string => {
  const help = command.createHelp();
  const rows = [
    ...help.visibleArguments(command).map((each) => row(argumentTerm(each), each, help)),
    ...[...command.options, ...help.visibleGlobalOptions(command)].map((each) => row(each.flags, each, help)),
  ];
  const table = rows.length === 0 ? [] : ['', '| Takes | What it is |', '| --- | --- |', ...rows];
  return [
    `\n### ${path}\n`,
    `${command.description()}.`,
    ...table,
    `\n\`\`\`sh\nnpx ${exampleOf(command)}\n\`\`\``,
  ].join('\n');
};

const row = (term: string, each: Argument | Option, help: Help): string => {
  const whole = each instanceof Argument ? help.argumentDescription(each) : help.optionDescription(each);
  return `| \`${term}\` | ${whole.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`;
};

/** The example that its help ends with. */
const exampleOf = (command: Command): string => {
  let help = '';
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  return /\nExample:\n {2}\$ (lifeguard .+)\n$/.exec(help)?.[1] ?? `${command.name()} --help`;
};

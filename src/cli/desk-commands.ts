import { type Command, Option } from 'commander';
import { type Finish, withOptions } from './declaring.ts';
import { withLiveOptions } from './live/live-options.ts';
import {
  accountOption,
  formatOption,
  forOption,
  ledgerOptions,
  outputOption,
  policiesOption,
  regionOption,
  rulesOption,
  stageOption,
  yesOption,
} from './options.ts';

/** Commands that write to pools, or to what is remembered. */
export const declareDeskCommands = (lifeguard: Command, finish: Finish): void => {
  const declare = (name: string, description: string, example: string) =>
    withOptions(lifeguard.command(name), [regionOption(), ...ledgerOptions()], description, example);
  declare(
    'pause',
    'Stops all writing to a pool or to all of them, for a time; looks and notices go on',
    'lifeguard pause --account --for 4h --reason "sign-in is failing"',
  )
    .argument('[pool-id]', 'a user pool')
    .addOption(accountOption())
    .addOption(forOption())
    .option('--reason <text>', 'why, for whoever reads the notices')
    .action(async (id, options) => finish(await (await import('./commands/pause.ts')).pause(id, options)));
  declare(
    'resume',
    'Takes a pause away before its end, or the rest of rules after an undo',
    'lifeguard resume --account',
  )
    .argument('[pool-id]', 'a user pool')
    .addOption(accountOption())
    .option('--after-undo', 'end the rest of rules on the pool, in place of a pause', false)
    .option('--damaged', 'take away what stands among the pauses and is none; pauses stay', false)
    .action(async (id, options) => finish(await (await import('./commands/resume.ts')).resume(id, options)));
  withLiveOptions(
    withOptions(
      lifeguard.command('apply'),
      ledgerOptions(),
      'Shows the plan for each pool, asks once, writes, looks again; debt is put right too',
      'lifeguard apply --pool eu-west-1_AbCdEf123',
    ),
  )
    .addOption(yesOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(policiesOption())
    .action(async (options) => finish(await (await import('./commands/apply.ts')).apply(options)));
  declare(
    'undo',
    'Takes back what an outcome changed, and nothing else; its rules rest on the pool for a day',
    'lifeguard undo 0f8fad5b-d9cb-469f-a165-70867728950e',
  )
    .argument('<outcome-id>', 'as notices and apply name it')
    .addOption(yesOption())
    .addOption(policiesOption())
    .action(async (id, options) => finish(await (await import('./commands/undo.ts')).undo(id, options)));
  declare(
    'set',
    'Sets settings of a pool; the whole pool is sent back with just these changed',
    'lifeguard set eu-west-1_AbCdEf123 Policies.PasswordPolicy.MinimumLength=14',
  )
    .argument('<pool-id>', 'a user pool')
    .argument(
      '<changes...>',
      'SETTING=VALUE: numbers, true, false, names, a,b for lists, {"key":"text"} for maps; nothing takes it away',
    )
    .option('--reason <text>', 'why; kept with the outcome', 'set by hand')
    .addOption(yesOption())
    .addOption(policiesOption())
    .action(async (id, texts, options) =>
      finish(await (await import('./commands/set.ts')).set(id, texts, options)),
    );
  declare(
    'accept',
    'Accepts debt: it is put right from the next look on',
    'lifeguard accept --pool eu-west-1_AbCdEf123 --rule password-minimum-length',
  )
    .argument('[sweep-id]', "as a sweep's digest names it")
    .option('--pool <id>', 'a user pool, in place of a sweep')
    .addOption(rulesOption())
    .addOption(yesOption('accept without asking'))
    .action(async (sweep, options) =>
      finish(await (await import('./commands/accept.ts')).accept(sweep, options)),
    );
  const breaker = declare(
    'breaker',
    'Says whether somebody and Lifeguard undo each other at a pool',
    'lifeguard breaker eu-west-1_AbCdEf123',
  )
    .argument('<pool-id>', 'a user pool')
    .action(async (id, options) =>
      finish(await (await import('./commands/breaker.ts')).breaker(id, options)),
    );
  // Options on either side of `reset` are taken for those of the command above it.
  withOptions(
    breaker.command('reset'),
    [],
    'Closes it: Lifeguard writes at once again',
    'lifeguard breaker reset eu-west-1_AbCdEf123',
  )
    .argument('<pool-id>', 'a user pool')
    .action(async (id, _, command: Command) =>
      finish(await (await import('./commands/breaker.ts')).resetBreaker(id, command.optsWithGlobals())),
    );
  declare('history', 'Prints what is remembered of a pool', 'lifeguard history eu-west-1_AbCdEf123')
    .argument('<pool-id>', 'a user pool')
    .addOption(formatOption())
    .action(async (id, options) =>
      finish(await (await import('./commands/history.ts')).history(id, options)),
    );
  declare(
    'test-notice',
    'Sends a sample on every channel of the deployment, and says which have it',
    'lifeguard test-notice',
  ).action(async (options) => finish(await (await import('./commands/test-notice.ts')).testNotice(options)));
  withOptions(
    lifeguard.command('doctor'),
    [regionOption(), ...ledgerOptions(), policiesOption(), formatOption()],
    'Examines a deployment from the trail to whoever is told, and says what is wrong; reads only',
    'lifeguard doctor --region eu-west-1',
  ).action(async (options) => finish(await (await import('./commands/doctor.ts')).doctor(options)));
  withOptions(
    lifeguard.command('rehearse'),
    [regionOption(), yesOption('create and delete without asking')],
    'Proves on a pool made for it, and deleted again, that a fix changes what policy names and nothing else',
    'lifeguard rehearse --measure --output omission.json',
  )
    .addOption(
      new Option('--tier <tier>', 'of the pool; without users each costs nothing')
        .choices(['LITE', 'ESSENTIALS', 'PLUS'])
        .default('PLUS'),
    )
    .option('--measure', 'also record what UpdateUserPool does to each member that it is not told', false)
    .option('--output <file>', 'where to write what was measured, as JSON')
    .option('--no-wait', 'do not wait for the record of CloudTrail')
    .option('--clean-up', 'only delete what an earlier rehearsal left', false)
    .action(async (options) => finish(await (await import('./commands/rehearse.ts')).rehearse(options)));
  withOptions(
    lifeguard.command('redrive'),
    [regionOption(), stageOption()],
    'Has notices that could not be sent tried again, each on the channels that do not have it',
    'lifeguard redrive',
  ).action(async (options) => finish(await (await import('./commands/redrive.ts')).redrive(options)));
};

import { paint } from './paint.ts';
import { type SandboxPlace, sandboxCommands, sandboxEnvironment, sandboxUnset } from './sandbox-commands.ts';

/**
 * What to type against a running sandbox.
 * @param page the address under which a browser shows what happens in it
 */
export const sandboxHowTo = (place: SandboxPlace, page: string): string => {
  const { weaken, describe, create, plan, undo, pause, resume, history, testNotice } = sandboxCommands(place);
  return `
${paint.strong(`AWS on loopback: ${place.url}, with Lifeguard deployed and the pool ${place.pool} in it.`)} Ctrl-C ends it.
${paint.strong(`To watch it in a browser: ${page}`)}

In another terminal, in this folder:

${sandboxEnvironment(place)
  .map((line) => `  ${line}`)
  .join('\n')}

  ${continued(weaken)}
  ${continued(describe)}
  ${create}
  ${plan}
  ${undo}
  ${pause}
  ${resume}
  ${history}
  ${testNotice}

Below, each event is one block, with the command that takes it back.
Mails and Slack messages are whole on the page, and here with --messages.
Policy files were read now: start again to have changed ones count.
When you are done, that terminal goes back to AWS with: ${sandboxUnset}
`;
};

/** In two lines, as a shell takes them: in one they are too wide for most terminals, which would break them in a word. */
const continued = (command: string): string => command.replace(/ (?=--(?:policies|query) )/, ' \\\n    ');

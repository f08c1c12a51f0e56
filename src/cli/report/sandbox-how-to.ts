import { paint } from './paint.ts';
import { type SandboxPlace, sandboxCommands, sandboxEnvironment } from './sandbox-commands.ts';

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

  ${weaken}
  ${describe}
  ${create}
  ${plan}
  ${undo}      # the id stands below what was put right, and in the mail
  ${pause}
  ${resume}
  ${history}
  ${testNotice}

Policy files were read now: start again to have changed ones count.
`;
};

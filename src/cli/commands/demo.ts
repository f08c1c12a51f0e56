import { harmlessChange, refusal, rescue } from '../demo/scenes.ts';
import { setStage } from '../demo/stage.ts';
import { exitCode } from '../exit-code.ts';
import { policiesIn } from '../policies.ts';
import { paint } from '../report/paint.ts';

/** Shows a rescue from start to end on a sandbox of its own, and ends by itself. */
export const demo = async ({ policies: folder }: { readonly policies: string }): Promise<number> => {
  const policies = await policiesIn(folder);
  const stage = await setStage(policies);
  const say = (text: string): void => console.log(text);
  try {
    say(paint.faint(`A sandbox of AWS on ${stage.sandbox.url}; nothing leaves this machine.`));
    const id = await rescue(stage, say);
    await harmlessChange(stage, id, say);
    await refusal(stage, say);
    say(
      `\nTry it by hand: ${paint.strong('npx lifeguard sandbox')} keeps such a sandbox running and prints aws commands to type.`,
    );
    return exitCode.compliant;
  } finally {
    await stage.sandbox.close();
  }
};

import { harmlessChange, refusal, rescue } from '../demo/scenes.ts';
import { setStage } from '../demo/stage.ts';
import { exitCode } from '../exit-code.ts';
import { howToCall } from '../how-to-call.ts';
import { policiesIn } from '../policies.ts';
import { paint } from '../report/paint.ts';
import { printText } from '../terminal/print.ts';

/** Shows a rescue from start to end on a sandbox of its own, and ends by itself. */
export const demo = async ({ policies: folder }: { readonly policies: string }): Promise<number> => {
  const policies = await policiesIn(folder);
  const stage = await setStage(policies);
  try {
    printText(paint.faint(`A sandbox of AWS on ${stage.sandbox.url}; nothing leaves this machine.`));
    const id = await rescue(stage, printText);
    await harmlessChange(stage, id, printText);
    await refusal(stage, printText);
    printText(
      `\nTry it by hand: ${paint.strong(`${howToCall()} sandbox`)} keeps such a sandbox running and prints aws commands to type.`,
    );
    return exitCode.compliant;
  } finally {
    await stage.sandbox.close();
  }
};

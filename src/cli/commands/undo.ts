import { cautiousPlan } from '../../remediation/plan-options.ts';
import { planUndo } from '../../remediation/plan-undo.ts';
import type { Because } from '../../remediation/setting-change.ts';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { exemptionRequest, rulesBehind } from '../by-hand/exemption-request.ts';
import { judgeByPlan } from '../by-hand/judge-by-plan.ts';
import { policiesIfSound } from '../by-hand/policies-if-sound.ts';
import { propose } from '../by-hand/propose.ts';
import { restForUndo } from '../by-hand/rest-for-undo.ts';
import { undoable } from '../by-hand/undoable.ts';
import { cliWorld } from '../cli-world.ts';
import { inert } from '../report/inert.ts';
import { restText } from '../report/rest-text.ts';
import { printData, printText } from '../terminal/print.ts';

export interface UndoOptions extends DeskOptions {
  readonly policies: string;
  /** Writes without asking. */
  readonly yes: boolean;
}

/** Takes back what an outcome changed, and nothing else; the rules behind it rest on the pool for a day. */
export const undo = async (id: string, options: UndoOptions): Promise<number> => {
  const at = await atTheDesk(options);
  const { pool, changes } = undoable(id, await at.desk.outcome(id), at.account);
  const policies = await policiesIfSound(options.policies, 'exemptions are shown without floors.');
  const world = cliWorld(policies, at.looks);
  const why: Because = { kind: 'person', by: at.account.caller, reason: `undoes outcome ${id}` };
  const judge = (hasBegun: boolean) =>
    judgeByPlan(policies, world.now, (snapshot) =>
      planUndo(snapshot, changes, why, { ...cautiousPlan, hasBegun }),
    );
  const rest = restForUndo(at, pool, rulesBehind(changes), id);
  const { code, isWritten } = await propose(world, at, {
    pool,
    isNamed: false,
    judgeFirst: judge(false),
    judge: judge(true),
    reason: `${at.account.caller} had outcome ${id} undone.`,
    warnings: () =>
      rest ? [`These rules will rest on the pool for 24 hours: ${inert(rest.rules.join(', '))}.`] : [],
    ...rest,
    yes: options.yes,
  });
  if (isWritten && rest) {
    const request = exemptionRequest(pool, changes, policies, world.now().toISOString());
    printText(restText(pool, rest, request !== undefined));
    if (request) printData(request.trimEnd().split('\n').map(inert).join('\n'));
  }
  return code;
};

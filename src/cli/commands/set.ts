import { planChanges } from '../../remediation/plan-changes.ts';
import { cautiousPlan } from '../../remediation/plan-options.ts';
import type { Because } from '../../remediation/setting-change.ts';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { type AskedSetting, readAskedSetting } from '../by-hand/asked-setting.ts';
import { forbiddenBy } from '../by-hand/forbidden-by.ts';
import { judgeByPlan } from '../by-hand/judge-by-plan.ts';
import { policiesIfSound } from '../by-hand/policies-if-sound.ts';
import { propose } from '../by-hand/propose.ts';
import { withReservedTags } from '../by-hand/with-reserved-tags.ts';
import { cliWorld } from '../cli-world.ts';
import { badPoolIds, poolOfId } from '../pool-of-id.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { inert } from '../report/inert.ts';

export interface SetOptions extends DeskOptions {
  readonly policies: string;
  /** Kept with the outcome. */
  readonly reason: string;
  /** Writes without asking. */
  readonly yes: boolean;
}

/** Sets settings of a pool: the whole pool is sent back with just these changed. */
export const set = async (id: string, texts: readonly string[], options: SetOptions): Promise<number> => {
  const asked = readAll(id, texts);
  const at = await atTheDesk(options);
  const policies = await policiesIfSound(options.policies, 'what policy forbids is not said.');
  const world = cliWorld(policies, at.looks);
  const why: Because = { kind: 'person', by: at.account.caller, reason: options.reason };
  const { code } = await propose(world, at, {
    pool: poolOfId(at.account, id),
    isNamed: true,
    judge: judgeByPlan(policies, world.now, (snapshot) =>
      planChanges(
        snapshot,
        asked.map((each) => ({ ...withReservedTags(each, snapshot), why })),
        cautiousPlan,
      ),
    ),
    reason: `${at.account.caller} had this set: ${options.reason}.`,
    warnings: forbiddenBy,
    yes: options.yes,
  });
  return code;
};

/** @throws CliError that lists every mistake */
const readAll = (id: string, texts: readonly string[]): readonly AskedSetting[] => {
  const read = texts.map(readAskedSetting);
  const asked = read.flatMap((each) => (each.kind === 'asked' ? [each.asked] : []));
  const twice = asked.filter(({ setting }, index) =>
    asked.slice(0, index).some((other) => other.setting === setting),
  );
  refuseMistakes([
    badPoolIds([id]),
    ...read.flatMap((each) => (each.kind === 'mistake' ? [inert(each.message)] : [])),
    ...twice.map(({ setting }) => `${inert(setting)} is given twice.`),
  ]);
  return asked;
};

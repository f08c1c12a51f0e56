import { withMember } from '../../../src/remediation/request-tree.ts';
import type { Stage } from '../world/stage.ts';
import type { Edit } from './edits.ts';
import { type Person, update } from './person.ts';

const minute = 60_000;

/** What the pipeline's template says, whatever anybody else thinks. */
const asTheTemplateSays: Edit = (request) => withMember(request, 'Policies.PasswordPolicy.MinimumLength', 8);

/** A pipeline that puts a pool to what its template says every few minutes, for some hours. */
export const insist = async (stage: Stage, person: Person, id: string, until: string): Promise<void> => {
  const { time, chance } = stage;
  const every = chance.between(3, 25) * minute;
  while (time.now().toISOString() < until) {
    await update(stage, person, id, [asTheTemplateSays]);
    await time.wait(every + chance.between(0, minute));
  }
};

/** A pipeline that does so once a day. */
export const insistDaily = async (stage: Stage, person: Person, id: string, until: string): Promise<void> => {
  const { time, chance } = stage;
  while (time.now().toISOString() < until) {
    await update(stage, person, id, [asTheTemplateSays]);
    await time.wait(24 * 60 * minute + chance.between(0, 10 * minute));
  }
};

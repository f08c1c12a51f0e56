import { after, hour, minute } from '../../../src/history/times.ts';
import { withMember } from '../../../src/remediation/request-tree.ts';
import type { Scale } from '../scale.ts';
import { region } from '../world/cognito-in-time.ts';
import type { Stage } from '../world/stage.ts';
import type { Edit } from './edits.ts';
import { aPerson, type Person, update } from './person.ts';

/** What the pipeline's template says, whatever anybody else thinks. */
const asTheTemplateSays: Edit = (request) => withMember(request, 'Policies.PasswordPolicy.MinimumLength', 8);

/** A pipeline that puts a pool to what its template says every few minutes, for some hours. */
const insist = async (stage: Stage, person: Person, id: string, until: string): Promise<void> => {
  const { time, chance } = stage;
  const every = chance.between(3, 25) * minute;
  while (time.now().toISOString() < until) {
    await update(stage, person, id, [asTheTemplateSays]);
    await time.wait(every + chance.between(0, minute));
  }
};

/** A pipeline that does so once a day. */
const insistDaily = async (stage: Stage, person: Person, id: string, until: string): Promise<void> => {
  const { time, chance } = stage;
  while (time.now().toISOString() < until) {
    await update(stage, person, id, [asTheTemplateSays]);
    await time.wait(24 * hour + chance.between(0, 10 * minute));
  }
};

/** Pipelines that insist on some pools for some hours, and one that insists on another every day. */
export const sendPipelines = (stage: Stage, scale: Scale, until: string): void => {
  const { time, chance, cognito } = stage;
  const deployed = { invokedBy: 'cloudformation.amazonaws.com' };
  // The first three have exemptions.
  const pools = cognito.pools.list(region).slice(3);
  for (const [index, { id }] of pools.slice(0, scale.wars).entries()) {
    const pipeline = aPerson(stage, `Pipeline${index}`, deployed);
    time.after(chance.between(0, scale.hours / 2) * hour, () => {
      const ends = after(time.now().toISOString(), chance.between(3, 20) * hour);
      void insist(stage, pipeline, id, ends < until ? ends : until);
    });
  }
  const nightly = aPerson(stage, 'Nightly', deployed);
  for (const { id } of pools.slice(scale.wars, scale.wars + 1)) void insistDaily(stage, nightly, id, until);
};

import { hour } from '../../../src/history/times.ts';
import type { Scale } from '../scale.ts';
import { region } from '../world/cognito-in-time.ts';
import type { Stage } from '../world/stage.ts';
import { afflict } from './afflict.ts';
import { breakSomething } from './break-something.ts';
import { doSomething } from './developer.ts';
import { meddle } from './meddler.ts';
import { askSomething } from './operator.ts';
import { aPerson } from './person.ts';
import { sendPipelines } from './pipeline.ts';

/** Everybody at once, until then: each act comes so many times an hour, at random. @param until ISO 8601 UTC */
export const letPeopleWork = (stage: Stage, scale: Scale, until: string): void => {
  const { time, chance, cognito } = stage;
  const isOver = () => time.now().toISOString() >= until;
  const busily = async (perHour: number, act: () => Promise<unknown>): Promise<void> => {
    for (;;) {
      await time.wait(-Math.log(1 - chance.fraction()) * (hour / perHour));
      if (isOver()) return;
      void act();
    }
  };
  const people = ['Developer', 'Deployer', 'Contractor'].map((name) => aPerson(stage, name));
  void busily(scale.changesPerHour, () => doSomething(stage, chance.pick(people)));
  void busily(0.4, () => askSomething(stage));
  void busily(0.3, () => breakSomething(stage));
  sendPipelines(stage, scale, until);
  const meddler = aPerson(stage, 'Meddler');
  stage.onPlan.push((pool) => {
    if (!isOver() && chance.happens(0.15)) meddle(stage, meddler, pool);
  });
  void busily(0.3, () => afflict(stage));
  // One pool can't be written to from now on.
  const [spoiled] = cognito.pools.list(region).slice(-1);
  if (spoiled) cognito.pools.setConditions(region, spoiled.id, { smsRole: 'no-trust' });
};

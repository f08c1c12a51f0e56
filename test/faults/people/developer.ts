import { accountId, region } from '../world/cognito-in-time.ts';
import type { Stage } from '../world/stage.ts';
import { aPool } from './a-pool.ts';
import { harmless, hasLongTexts, longTexts, lowerTier, shortTexts, weakenings } from './edits.ts';
import { type Person, setMfa, update } from './person.ts';

type Deed = (stage: Stage, person: Person, id: string) => Promise<unknown>;

const arnOf = (id: string): string => `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`;

const weaken: Deed = (stage, person, id) => update(stage, person, id, [stage.chance.pick(weakenings)]);

const changeHarmlessly: Deed = (stage, person, id) =>
  update(stage, person, id, [stage.chance.pick(harmless)]);

const changeMuch: Deed = (stage, person, id) =>
  update(stage, person, id, [
    stage.chance.pick(weakenings),
    stage.chance.pick(weakenings),
    stage.chance.pick(harmless),
  ]);

const changeMfa: Deed = (stage, person, id) =>
  setMfa(stage, person, id, stage.chance.pick(['OFF', 'OPTIONAL', 'ON']));

/** A deployment: several calls within seconds. */
const deploy: Deed = async (stage, person, id) => {
  for (let calls = stage.chance.between(2, 6); calls > 0; calls -= 1) {
    await stage.chance.pick([weaken, changeHarmlessly, changeHarmlessly, changeMfa])(stage, person, id);
    await stage.time.wait(stage.chance.between(300, 12_000));
  }
};

/** What every scanner prints: one setting right, and all others gone. */
const fixInOneLine: Deed = ({ cognito }, person, id) =>
  cognito.call(person, 'UpdateUserPool', {
    UserPoolId: id,
    Policies: { PasswordPolicy: { MinimumLength: 20, RequireSymbols: true } },
  });

const tag: Deed = ({ cognito, chance }, person, id) =>
  chance.happens(0.5)
    ? cognito.call(person, 'UntagResource', { ResourceArn: arnOf(id), TagKeys: ['environment'] })
    : cognito.call(person, 'TagResource', { ResourceArn: arnOf(id), Tags: { environment: 'production' } });

/** A call that no rule speaks of and that people are told. */
const addClient: Deed = ({ cognito }, person, id) =>
  cognito.call(person, 'CreateUserPoolClient', { UserPoolId: id, ClientName: 'app' });

const lowerTheTier: Deed = (stage, person, id) => update(stage, person, id, [lowerTier]);

const writeMuch: Deed = (stage, person, id) => update(stage, person, id, [longTexts]);

const createPool: Deed = ({ cognito, chance }, person) =>
  cognito.call(person, 'CreateUserPool', aPool(`new-${chance.between(1, 99)}`, chance));

const deletePool: Deed = async (stage, person, id) => {
  await update(stage, person, id, [(request) => ({ ...request, DeletionProtection: 'INACTIVE' })]);
  await stage.cognito.call(person, 'DeleteUserPool', { UserPoolId: id });
};

/** What developers do, and out of a thousand times how often. */
const deeds: readonly (readonly [Deed, number])[] = [
  [weaken, 310],
  [changeHarmlessly, 290],
  [changeMuch, 60],
  [changeMfa, 70],
  [deploy, 80],
  [fixInOneLine, 20],
  [tag, 60],
  [addClient, 50],
  [lowerTheTier, 30],
  [writeMuch, 2],
  [createPool, 14],
  [deletePool, 14],
];

const drawDeed = ({ chance }: Stage): Deed => {
  let draw = chance.between(0, deeds.reduce((sum, [, share]) => sum + share, 0) - 1);
  for (const [deed, share] of deeds) {
    if (draw < share) return deed;
    draw -= share;
  }
  return weaken;
};

/** Does something to some pool. */
export const doSomething = async (stage: Stage, person: Person): Promise<void> => {
  const { id } = stage.chance.pick(stage.cognito.pools.list(region));
  await drawDeed(stage)(stage, person, id);
  // Nobody leaves texts so long: for as long as they are there no record names its pool.
  const pool = stage.cognito.pools.get(region, id);
  if (pool && hasLongTexts(pool.settings)) {
    await stage.time.wait(120_000);
    await update(stage, person, id, [shortTexts]);
  }
};

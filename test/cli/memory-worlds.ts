import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  CognitoIdentityProviderClient,
  type CreateUserPoolCommandInput,
  DeleteUserPoolCommand,
  UpdateUserPoolCommand,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Cause } from '../../src/change/cause.ts';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { enforce } from '../../src/enforce.ts';
import type { PoolHistory } from '../../src/history/pool-history.ts';
import { after, hour } from '../../src/history/times.ts';
import { folderLedger } from '../../src/ledger/folder-ledger.ts';
import type { Ledgers } from '../../src/ledger/ledgers.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import { cognitoPools } from '../../src/pool/cognito-pools.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { cautiousPlan } from '../../src/remediation/plan-options.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Habits, promptly } from '../../src/world.ts';
import { anOpenOutcome } from '../ledger/an-open-outcome.ts';
import { passwordsWith } from '../support/a-governed-pool.ts';
import { aHistory } from '../support/a-history.ts';
import { anActor } from '../support/a-pool-change.ts';
import { anOutcome } from '../support/an-outcome.ts';
import { type AtEnd, towards } from '../support/run-cli.ts';
import { type MakeWorld, onEssentials, poolId, sandboxWith, weakened } from './a-cli-world.ts';

const pool = poolRef('111122223333', 'eu-west-1', poolId);
const now = () => new Date();
const time = () => now().toISOString();

/** What a world can have happened before the command is run. */
interface Before {
  readonly sandbox: Sandbox;
  readonly ledgers: Ledgers;
  readonly folder: string;
  /** Lifeguard looks at the pool, by the floor, and everything it does has this id. */
  readonly look: (id: string, habits?: Habits, causes?: readonly Cause[]) => Promise<void>;
  /** A developer updates the pool. */
  readonly change: (members: Partial<UpdateUserPoolCommandInput>) => Promise<void>;
  readonly delete: () => Promise<void>;
}

const settings = ({ url: endpoint }: Sandbox, accessKeyId: string) => ({
  endpoint,
  region: 'eu-west-1',
  credentials: { accessKeyId, secretAccessKey: 'sandbox' },
});

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id-${ids}`;
};

const aFolder = async (atEnd: AtEnd): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  atEnd(() => rm(folder, { recursive: true }));
  return folder;
};

const ledgersIn = (folder: string): Ledgers =>
  folderLedger({ folder, leaseSeconds: 90, newId, now, wait: setTimeout, distinct: distinctCauses });

/** Has Lifeguard look at the pool, by the floor and what these ledgers remember. */
export const looking =
  (sandbox: Sandbox, ledgers: Ledgers): Before['look'] =>
  async (id, habits = promptly, causes = [{ kind: 'asked', eventTime: time() }]) => {
    const loaded = await loadPolicies('test/cli/policies/floor');
    if (loaded.kind === 'mistakes') throw new Error('The floor has mistakes.');
    const world = {
      pools: cognitoPools(now, settings(sandbox, 'AKIALIFEGUARD')),
      policies: loaded.policies,
      ledger: ledgers.looks,
      tell: async () => {},
      now,
      newId: () => id,
      wait: setTimeout,
      mode: 'remediate',
      timeLeft: () => Number.POSITIVE_INFINITY,
      planOptions: cautiousPlan,
      habits,
      later: async () => {},
    } as const;
    await enforce(world, pool, causes);
  };

/** A world whose ledger is a folder, which the environment names. */
const remembering =
  (create: Partial<CreateUserPoolCommandInput>, arrange: (before: Before) => Promise<void>): MakeWorld =>
  async (atEnd) => {
    const sandbox = await sandboxWith(create, atEnd);
    const folder = await aFolder(atEnd);
    const ledgers = ledgersIn(folder);
    const developer = new CognitoIdentityProviderClient(settings(sandbox, 'AKIADEVELOPER'));
    const { UsernameAttributes, ...whole } = { ...aRealisticPool, ...create };
    await arrange({
      sandbox,
      ledgers,
      folder,
      look: looking(sandbox, ledgers),
      change: async (members) => {
        await developer.send(new UpdateUserPoolCommand({ ...whole, UserPoolId: poolId, ...members }));
      },
      delete: async () => {
        await developer.send(new DeleteUserPoolCommand({ UserPoolId: poolId }));
      },
    });
    return { environment: { ...towards(sandbox.url), LIFEGUARD_LEDGER: folder }, sandbox, folder };
  };

const putRight = async ({ look }: Before): Promise<void> => look('put-right');

const inDebt = ({ look }: Before): Promise<void> =>
  look('looked-at', { settleSeconds: 0, leavesDebt: true }, [
    { kind: 'sweep', sweep: 'sweep-1', eventTime: time() },
  ]);

/** What is remembered of the pool is just this. */
const remember = async ({ ledgers: { looks } }: Before, history: Partial<PoolHistory>): Promise<void> => {
  const claim = await looks.claim(pool, [], time());
  if (claim.kind !== 'claimed') throw new Error(claim.kind);
  const told = { lookedAt: time(), last: { id: 'looked-at', remaining: '' }, requestsDone: [] };
  await looks.release(claim.lease, { ...told, history: { ...aHistory(), ...history } });
};

const paused = (scope: { readonly pool?: string }) => ({
  id: 'pause-1',
  by: 'arn:aws:iam::111122223333:user/ada',
  at: time(),
  until: after(time(), hour),
  reason: 'sign-in fails\u001b[2J since noon',
  ...scope,
});

/** Somebody writes past the ledger where pauses stand. */
const writePauses = async (
  { folder }: Before,
  change: (pauses: readonly unknown[]) => unknown,
): Promise<void> => {
  const name = (await readdir(folder)).find((each) => each.startsWith('account-')) ?? '';
  const stored = JSON.parse(await readFile(join(folder, name), 'utf8'));
  await writeFile(join(folder, name), JSON.stringify({ ...stored, pauses: change(stored.pauses) }));
};

const twice: Partial<PoolHistory> = {
  breaker: { openedAt: '2026-11-26T08:00:00.000Z', level: 2, nextWriteAt: '2999-11-26T08:15:00.000Z' },
  undoings: [
    {
      at: '2026-11-26T08:00:00.000Z',
      settings: ['Policies.PasswordPolicy.MinimumLength'],
      actors: [anActor({ arn: 'arn:aws:sts::111122223333:assumed-role/Deploy/run\u001b[2J' })],
    },
  ],
};

const everything: Partial<PoolHistory> = {
  ...twice,
  debt: { 'threat-protection': { since: '2026-11-20T08:00:00.000Z', version: 'v', found: 'AUDIT' } },
  resting: [{ rule: 'password-minimum-length', outcome: 'put-right', until: '2999-11-26T08:00:00.000Z' }],
  fixes: [
    {
      setting: 'Policies.PasswordPolicy.MinimumLength',
      at: '2026-11-26T07:00:00.000Z',
      outcome: 'put-right',
    },
  ],
};

/** Worlds in which something is remembered, in a folder. */
export const memoryWorlds: { readonly [name: string]: MakeWorld } = {
  'nothing is remembered': remembering({}, async () => {}),
  'nothing is remembered, and there is no pool': remembering({ DeletionProtection: 'INACTIVE' }, (before) =>
    before.delete(),
  ),
  'nothing is remembered, and describing pools is not allowed': remembering({}, async ({ sandbox }) => {
    sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool' });
  }),
  'nothing is remembered, and the pool is weakened': remembering(weakened, async () => {}),
  'put-right has put the pool right': remembering(weakened, putRight),
  '0f8fad5b-d9cb-469f-a165-70867728950e has put the pool right': remembering(weakened, ({ look }) =>
    look('0f8fad5b-d9cb-469f-a165-70867728950e'),
  ),
  'nothing is remembered, and the pool is weakened, on tier ESSENTIALS': remembering(
    { ...onEssentials, DeletionProtection: 'INACTIVE' },
    async () => {},
  ),
  'put-right was undone, and its rule rests': remembering(weakened, async (before) => {
    await putRight(before);
    const asked = { id: 'request-1', by: 'arn:aws:iam::111122223333:user/ada', at: time() };
    const until = '2999-11-26T08:00:00.000Z';
    const rules = ['password-minimum-length'];
    await before.ledgers.desk.ask(pool, { ...asked, kind: 'rest', rules, outcome: 'put-right', until });
    await before.change({ ...weakened, DeletionProtection: 'INACTIVE' });
  }),
  'put-right has put the pool right, and somebody has changed it since': remembering(
    weakened,
    async (before) => {
      await putRight(before);
      await before.change(passwordsWith({ MinimumLength: 20 }));
    },
  ),
  'put-right has put the pool right, and the pool is gone': remembering(
    { ...weakened, DeletionProtection: 'INACTIVE' },
    async (before) => {
      await putRight(before);
      await before.delete();
    },
  ),
  'put-right has put the pool right, and updating pools is not allowed any more': remembering(
    weakened,
    async (before) => {
      await putRight(before);
      before.sandbox.faults.add({ kind: 'access-denied', operation: 'UpdateUserPool' });
    },
  ),
  'put-right has put the pool right, and a look at it has broken off': remembering(
    weakened,
    async (before) => {
      await putRight(before);
      const claim = await before.ledgers.looks.claim(pool, [], time());
      if (claim.kind !== 'claimed') throw new Error(claim.kind);
      await before.ledgers.looks.remember(claim.lease, anOpenOutcome(), time());
      await before.ledgers.looks.abandon(claim.lease);
    },
  ),
  'the outcome only-told has written nothing': remembering({}, ({ ledgers }) =>
    ledgers.looks.keep({ outcome: anOutcome({ id: 'only-told', kind: 'reported', changes: [] }) }),
  ),
  'the outcome elsewhere is another account’s': remembering({}, ({ ledgers }) =>
    ledgers.looks.keep({
      outcome: anOutcome({
        id: 'elsewhere',
        pool: { ...poolRef('444455556666', 'eu-west-1', poolId), name: 'checkout-production' },
      }),
    }),
  ),
  'the pool is in debt since a sweep': remembering(weakened, inDebt),
  'the pool is weakened, and writing to it is paused': remembering(weakened, ({ ledgers }) =>
    ledgers.desk.pause(paused({ pool: pool.arn })),
  ),
  'writing to the pool is paused': remembering({}, ({ ledgers }) =>
    ledgers.desk.pause(paused({ pool: pool.arn })),
  ),
  'writing to all pools is paused': remembering({}, ({ ledgers }) => ledgers.desk.pause(paused({}))),
  'writing to the pool and to all pools is paused': remembering({}, async ({ ledgers }) => {
    await ledgers.desk.pause(paused({ pool: pool.arn }));
    await ledgers.desk.pause({ ...paused({}), id: 'pause-2' });
  }),
  'writing to all pools is paused, and among the pauses stands what is none': remembering(
    {},
    async (before) => {
      await remember(before, {});
      await before.ledgers.desk.pause(paused({}));
      await writePauses(before, (pauses) => [...pauses, 'garbage', { ...paused({}), until: 'for ever' }]);
    },
  ),
  'the pool is weakened, and in place of the pauses stands what is none': remembering(
    weakened,
    async (before) => {
      await before.ledgers.desk.pause(paused({}));
      await writePauses(before, () => 'garbage');
    },
  ),
  'somebody and Lifeguard undo each other': remembering({}, (before) => remember(before, twice)),
  'all that can be is remembered of the pool': remembering({}, async (before) => {
    await remember(before, everything);
    await before.ledgers.desk.pause(paused({}));
    const asked = { id: 'request-1', by: 'arn:aws:iam::111122223333:user/ada', at: time() };
    await before.ledgers.desk.ask(pool, { ...asked, kind: 'accept', rules: ['tagged'] });
  }),
  'what is remembered of the pool is damaged': remembering({}, async (before) => {
    await remember(before, {});
    for (const file of await readdir(before.folder)) await writeFile(join(before.folder, file), '{');
  }),
};

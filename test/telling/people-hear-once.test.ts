import { describe, expect, it, onTestFinished } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { clientOf, introducePeople, keys } from '../../src/cli/demo/people.ts';
import { createPool, updatePool, weakening } from '../../src/cli/demo/weaken.ts';
import { deployInto } from '../../src/cli/deployed/deploy-into.ts';
import { sandboxRegion } from '../../src/cli/deployed/sandbox-settings.ts';
import { policiesIn } from '../../src/cli/policies.ts';
import { enforce } from '../../src/enforce.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { sweepMessage } from '../../src/sweep/sweep-message.ts';
import { tellNotice } from '../../src/telling/tell-notice.ts';
import { aCall, aGovernedPool, passwordsWith } from '../support/a-governed-pool.ts';
import { aStanding } from '../support/a-standing.ts';
import { aSweeper, scheduled } from '../support/a-sweeper.ts';
import { aTeller } from '../support/a-teller.ts';
import { aFinding, anUnwrittenOutcome } from '../support/an-outcome.ts';

/** A deployment in a sandbox, with a pool that is as policy requires. */
const aDeployment = async () => {
  const sandbox = await startSandbox({ homeRegion: sandboxRegion });
  onTestFinished(() => sandbox.close());
  introducePeople(sandbox);
  let ids = 0;
  const newId = () => `lease-${++ids}`;
  const ledgers = memoryLedger({ leaseSeconds: 90, newId, distinct: distinctCauses });
  const policies = await policiesIn('policies');
  await deployInto({ sandbox, policies, ledgers, onOutcome: () => {} });
  const developer = clientOf(sandbox, keys.developer);
  const pool = await createPool(developer, aRealisticPool);
  await sandbox.settled();
  const mails = () => sandbox.deliveries.filter(({ protocol }) => protocol === 'email');
  const before = mails().length;
  return {
    sandbox,
    weaken: async () => {
      await updatePool(developer, weakening(pool));
      await sandbox.settled();
    },
    redrive: async () => {
      const queue = sandbox.queues.wired('sweeps', sandboxRegion);
      sandbox.queues.send(queue, sweepMessage({ kind: 'redrive' }));
      await sandbox.settled();
    },
    newMails: () => mails().slice(before),
    deadLetters: () =>
      sandbox.queues
        .wired('notices-dead-letters', sandboxRegion)
        .messages()
        .map(({ body }) => JSON.parse(body)),
  };
};

describe('SNS failing after the write', () => {
  it.each([
    ['again and again', { kind: 'internal-error', when: 'before', operation: 'Publish', times: 100 }],
    ['with a refusal that no attempt mends', { kind: 'access-denied', operation: 'Publish' }],
  ] as const)(
    '%s leaves the notice whole among the dead letters, and a redrive tells it once',
    async (_, fault) => {
      const { sandbox, weaken: weakenPool, redrive, newMails, deadLetters } = await aDeployment();
      const broken = sandbox.faults.add(fault);
      await weakenPool();
      const untold = newMails();
      const dead = deadLetters();

      broken.remove();
      await redrive();
      await redrive();

      expect(untold).toEqual([]);
      expect(dead).toMatchObject([{ schema: 'cognito-lifeguard/outcome/1', kind: 'remediated' }]);
      expect(deadLetters()).toEqual([]);
      expect(newMails().map(({ body }) => /^Notice +(\S+)$/m.exec(body)?.[1])).toEqual([dead[0]?.id]);
    },
  );

  it('does not keep the event from machines, who have it once', async () => {
    const { sandbox, weaken: weakenPool, redrive } = await aDeployment();
    const before = sandbox.busEvents.length;
    const broken = sandbox.faults.add({ kind: 'access-denied', operation: 'Publish' });

    await weakenPool();
    broken.remove();
    await redrive();

    expect(sandbox.busEvents.slice(before)).toMatchObject([{ 'detail-type': 'Pool Policy Outcome' }]);
  });
});

describe('the same weakening, ten times within the hour', () => {
  it('is one notice, and one of the war', async () => {
    const { world, pool, clock, change } = await aGovernedPool();
    const { teller, on } = aTeller({ now: clock.now });
    const kinds: string[] = [];
    const telling = {
      ...world,
      tell: async (outcome: Parameters<typeof world.tell>[0]) => {
        const notice = noticeOf(outcome, {});
        if (!notice) return;
        const [heard] = [on('notices').length + on('urgent').length];
        await tellNotice(teller, notice);
        if (on('notices').length + on('urgent').length > heard) kinds.push(notice.kind);
      },
    };

    for (let time = 0; time < 10; time += 1) {
      await change(passwordsWith({ MinimumLength: 8 }));
      clock.pass(5_000);
      await enforce(telling, pool, [
        aCall({ eventId: `weakening-${time}`, eventTime: clock.now().toISOString() }),
      ]);
      clock.pass(180_000);
    }

    expect(kinds).toEqual(['remediated', 'paused']);
    expect([on('notices').length, on('urgent').length]).toEqual([1, 1]);
  });
});

describe('500 bad pools in one sweep', () => {
  const finding = aFinding({ now: 8, mode: 'notify' });

  it('are one digest, and no notice of their own', async () => {
    const notes = Array.from({ length: 500 }, (_, index) =>
      aStanding(`Pool${index}`, { findings: [finding] }),
    );
    const sweeper = aSweeper({ notes: { it: notes } });
    const { teller, sent } = aTeller();
    const cause = { kind: 'sweep', sweep: 'it', eventTime: '2026-11-23T10:00:00.000Z' } as const;
    const looks = notes.map(({ pool, name }) =>
      anUnwrittenOutcome({ pool: { ...pool, name }, causes: [cause], findings: [finding] }),
    );

    await sweeper.bring(scheduled, 'it');
    await sweeper.run();
    const digests = sweeper.news.filter(({ kind }) => kind === 'digest');
    for (const digest of digests) await tellNotice(teller, noticeOfAnnouncement(digest, {}));

    expect(looks.flatMap((outcome) => noticeOf(outcome, {}) ?? [])).toEqual([]);
    expect(digests).toHaveLength(1);
    expect(sent.filter(({ channel }) => channel === 'notices')).toHaveLength(1);
    expect(digests[0]).toMatchObject({ poolsOmitted: 400 });
  });
});

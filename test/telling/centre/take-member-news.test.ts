import { describe, expect, it } from 'vitest';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import type { Outcome } from '../../../src/remediation/outcome.ts';
import { readNews } from '../../../src/telling/read-news.ts';
import { takeNews } from '../../../src/telling/take-news.ts';
import { toldAnnouncements } from '../../notify/told-announcements.ts';
import { aDigest } from '../../support/a-digest.ts';
import { aHeartbeat } from '../../support/a-heartbeat.ts';
import { aStanding } from '../../support/a-standing.ts';
import { aSender, aTeller } from '../../support/a-teller.ts';
import { anOutcome, anOutcomeOf } from '../../support/an-outcome.ts';
import { aLedger } from './a-ledger.ts';
import { anEnvelope, hasForm } from './an-envelope.ts';

const account = { accountId: '999988887777', accountAlias: 'security' };
const member = '222233334444';
const another = '333344445555';
const nobody = { topicArns: [], subscribersOf: async () => ({ confirmed: 0, pending: 0 }) };

/** A centre with policies of this digest, to which accounts may say something. */
const aCentre = (overrides: Parameters<typeof aTeller>[0] = {}) => {
  const { members, book } = aLedger();
  const made = aTeller({ organization: { members, hasForm, policyDigest: 'sha256:2f1d0c' }, ...overrides });
  const say = (speaker: string, detail: unknown) =>
    takeNews(made.teller, account, nobody, readNews(JSON.stringify(anEnvelope(speaker, detail))));
  return { ...made, say, members: () => book.members() };
};

const outcomeIn = (accountId: string, id: string, overrides: Partial<Outcome> = {}): Outcome =>
  anOutcomeOf(id, {
    pool: { ...poolRef(accountId, 'eu-west-1', `eu-west-1_${id.replace(/\W/g, '')}`), name: id },
    ...overrides,
  });

describe('a member’s outcome', () => {
  it('is told once at the centre, on its channels, with the member’s account', async () => {
    const { say, sent } = aCentre();

    await say(member, outcomeIn(member, 'one'));
    await say(member, outcomeIn(member, 'one'));

    expect(sent.map(({ channel }) => channel)).toEqual(['events', 'notices', 'webhook']);
    expect(sent[0]?.notice).toMatchObject({
      id: 'one',
      details: { pool: { accountId: member } },
      thread: expect.stringContaining(member),
    });
    expect(sent[0]?.notice).not.toHaveProperty('accountAlias');
  });

  it('is told though another account told one of the same id', async () => {
    const { say, heard } = aCentre();

    await say(another, outcomeIn(another, 'same'));
    await say(member, outcomeIn(member, 'same'));

    expect(heard('same')).toEqual(['events', 'notices', 'webhook', 'events', 'notices', 'webhook']);
  });

  it('is refused where its pool is of another account, counted, and kept for a person', async () => {
    const { say, sent, counts } = aCentre();

    expect(await say(another, outcomeIn(member, 'forged'))).toEqual({
      kind: 'failed',
      retryable: false,
      reason: `News of account ${another} is refused: it speaks of ${member}.`,
    });
    expect(sent).toEqual([]);
    expect(counts).toEqual({ NewsRefused: 1 });
  });

  it('takes up its own account’s room, and leaves the others theirs', async () => {
    const { say, on } = aCentre();

    for (let index = 0; index < 40; index += 1) {
      const causes = anOutcome().causes.map((cause) =>
        cause.kind === 'call' ? { ...cause, actor: { type: 'IAMUser', arn: `user-${index}` } } : cause,
      );
      await say(member, outcomeIn(member, `noise-${index}`, { causes }));
    }
    await say(another, outcomeIn(another, 'quiet'));

    expect(on('notices').filter((id) => id.startsWith('noise'))).toHaveLength(15);
    expect(on('notices')).toContain('quiet');
  });

  it('takes no room of a caller whom another account speaks of', async () => {
    const { say, on } = aCentre();

    for (let index = 0; index < 15; index += 1) await say(member, outcomeIn(member, `noise-${index}`));
    await say(another, outcomeIn(another, 'quiet'));

    expect(on('notices')).toContain('quiet');
  });

  it('waits for the end of the centre’s quiet hours', async () => {
    const { say, heard } = aCentre({
      quietHours: { from: 0, to: 23 * 60 + 59, timeZone: 'UTC' },
    });

    expect(await say(member, outcomeIn(member, 'one'))).toMatchObject({ kind: 'later' });
    expect(heard('one')).toEqual(['events']);
  });

  it('goes to no Security Hub but the member’s own', async () => {
    const sent: Parameters<typeof aSender>[1] = [];
    const machines = [aSender('events', sent), aSender('security-hub', sent)];
    const { say } = aCentre({ machines });

    await say(member, outcomeIn(member, 'one'));

    expect(sent.map(({ channel }) => channel)).toEqual(['events']);
  });
});

describe('a member’s announcement', () => {
  const pause = { ...toldAnnouncements['pause-begun-for-all'], accountId: member };
  const ended = { ...toldAnnouncements['exemption-ended'], accountId: member };

  it('is told at the centre, with the member’s account', async () => {
    const { say, sent } = aCentre();

    await say(member, pause);

    expect(sent.map(({ notice }) => notice.thread)).toContain(`${member} pause`);
  });

  it('of what the policy files alone bring about is told by the centre itself, where it has the same', async () => {
    const { say, sent } = aCentre();

    await say(member, ended);
    await say(member, { ...toldAnnouncements['policies-changed'], accountId: member });
    expect(sent).toEqual([]);

    await say(member, { ...ended, policyDigest: 'sha256:other' });
    expect(sent.length).toBeGreaterThan(0);
  });

  it('never goes out on every channel whatever the ceilings say', async () => {
    const { say, on } = aCentre();

    for (let index = 0; index < 20; index += 1)
      await say(member, { ...toldAnnouncements.test, accountId: member, id: `test-${index}` });

    expect([...on('notices'), ...on('urgent')]).toHaveLength(10);
  });
});

describe('what a member says for the digest of all', () => {
  it('is kept, the latest of each account, and told nobody', async () => {
    const { say, sent, members } = aCentre();
    const pool = poolRef(member, 'eu-west-1', 'eu-west-1_One');
    await say(member, aHeartbeat({ at: '2026-11-23T09:59:00.000Z' }));
    await say(member, aDigest({ accountId: member, pools: [aStanding('One', { pool })] }));

    expect(sent).toEqual([]);
    expect(await members()).toMatchObject([
      { accountId: member, heardAt: '2026-11-23T09:59:00.000Z', digest: { pools: [{ name: 'One' }] } },
    ]);
  });

  it('was heard no later than now, whatever it claims', async () => {
    const { say, members, clock } = aCentre();

    await say(member, aHeartbeat({ at: '2036-01-01T00:00:00.000Z' }));

    expect(await members()).toMatchObject([{ heardAt: clock.now().toISOString() }]);
  });

  it('is kept cut to thirty pools, and the others are counted', async () => {
    const { say, members } = aCentre();
    const pools = Array.from({ length: 40 }, (_, index) =>
      aStanding(`P${index}`, {
        pool: poolRef(member, 'eu-west-1', `eu-west-1_P${index}`),
        name: 'x'.repeat(900),
      }),
    );

    await say(member, aDigest({ accountId: member, pools, poolsOmitted: 5 }));

    const [kept] = await members();
    expect(kept?.digest?.pools).toHaveLength(30);
    expect(kept?.digest?.poolsOmitted).toBe(15);
    expect(kept?.digest?.pools[0]?.name).toHaveLength(250);
  });

  it('stands beside the centre’s own, which waits for it too', async () => {
    const { teller, sent, members } = aCentre();

    await takeNews(teller, account, nobody, {
      kind: 'announcement',
      announcement: aDigest({ accountId: account.accountId, pools: [aStanding()] }),
    });

    expect(sent).toEqual([]);
    expect(await members()).toMatchObject([{ accountId: account.accountId }]);
  });
});

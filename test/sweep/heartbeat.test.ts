import { describe, expect, it } from 'vitest';
import { aStanding } from '../support/a-standing.ts';
import { aSweeper, scheduled } from '../support/a-sweeper.ts';

const heart = { version: '0.1.0', codeDigest: 'sha256:c0de', mode: 'notify' } as const;

describe('a heartbeat', () => {
  it('is sent once when a sweep is over, with what runs and what the sweep saw', async () => {
    const { bring, run, heartbeats, sweeper } = aSweeper({ heart });

    await bring(scheduled, 'sweep-1');
    await run();

    expect(heartbeats).toEqual([
      {
        schema: 'cognito-lifeguard/heartbeat/1',
        id: 'heartbeat:sweep-1',
        at: expect.stringMatching(/^2026-/),
        accountId: '111122223333',
        ...heart,
        policyDigest: sweeper.policies.digest,
        pools: { swept: 3, missed: 0, standing: 0 },
      },
    ]);
  });

  it('says how many pools have something standing, and how many were missed', async () => {
    const { bring, run, heartbeats } = aSweeper({ heart, notes: { 'sweep-1': [aStanding()] } });

    await bring(scheduled, 'sweep-1');
    await run();

    expect(heartbeats.map(({ pools }) => pools)).toEqual([{ swept: 1, missed: 2, standing: 1 }]);
  });

  it('is sent by no account that has no centre', async () => {
    const { bring, run, heartbeats } = aSweeper();

    await bring(scheduled, 'sweep-1');
    await run();

    expect(heartbeats).toEqual([]);
  });
});

import { Metrics } from '@aws-lambda-powertools/metrics';
import { describe, expect, it, vi } from 'vitest';
import { countOutcome } from '../../src/handlers/count-outcome.ts';
import { countedBy } from '../../src/handlers/counter.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';

/** What is counted for outcomes, zeros left out. */
const countsOf = (...outcomes: Partial<Outcome>[]): { [name: string]: number } => {
  const counts: { [name: string]: number } = {};
  const count = countOutcome({
    count: (name, value) => {
      if (value > 0) counts[name] = (counts[name] ?? 0) + value;
    },
  });
  for (const outcome of outcomes) count(anOutcome({ remarks: [], ...outcome }));
  return counts;
};

const fixedAt = '2026-11-23T09:14:41.300Z';
const refusal = { code: 'needs-tier', settings: ['UserPoolTier'], reason: 'A tier.', next: 'Pay.' } as const;

describe('counting an outcome', () => {
  it('counts what was found and put right, and the seconds from the earliest governed call', () => {
    const causes = [
      aCall({ eventTime: '2026-11-23T09:14:20Z' }),
      aCall({ eventTime: '2026-11-23T09:14:07.300Z' }),
      aCall({ eventTime: '2026-11-23T08:00:00Z', governed: false }),
    ];

    expect(countsOf({ causes, fixedAt })).toEqual({ Findings: 1, Remediations: 1, SecondsToFix: 34 });
  });

  it('counts no seconds where no governed call made us look', () => {
    const causes = [{ kind: 'sweep', sweep: 'it', eventTime: '2026-11-23T09:00:00Z' } as const];

    expect(countsOf({ causes, fixedAt })).toEqual({ Findings: 1, Remediations: 1 });
  });

  it('counts no seconds below zero, where clocks differ', () => {
    const causes = [aCall({ eventTime: '2026-11-23T09:14:42Z' })];

    expect(countsOf({ causes, fixedAt })).not.toHaveProperty('SecondsToFix');
  });

  it('counts refusals, failures and half a write', () => {
    const causes = [] as const;

    expect(countsOf({ kind: 'refused', refusals: [refusal], findings: [], causes })).toEqual({ Refusals: 1 });
    expect(countsOf({ kind: 'failed', findings: [], causes })).toEqual({ Failures: 1 });
    expect(countsOf({ kind: 'partly', findings: [], causes })).toEqual({ Failures: 1, Remediations: 1 });
  });

  it('counts what the past adds', () => {
    const at = '2026-11-23T09:00:00Z';
    const remarks: Outcome['remarks'] = [
      { kind: 'changed-unseen', since: at, settings: [] },
      { kind: 'war', settings: [], times: 3, actors: [], nextWriteAt: at },
      { kind: 'memory-lost' },
    ];

    expect(countsOf({ kind: 'compliant', findings: [], causes: [], remarks })).toEqual({
      ChangedUnseen: 1,
      Wars: 1,
    });
  });

  it('counts no finding that somebody accepted', () => {
    const exemption = { ticket: 'SEC-1', approver: 'a', reason: 'b', expires: '2026-12-01', at: 'e:1' };

    expect(countsOf({ kind: 'reported', findings: [aFinding({ exemption })], causes: [] })).toEqual({});
  });

  it.each(['covered', 'ignored'] as const)('counts nothing of what is %s', (kind) => {
    expect(countsOf({ kind })).toEqual({});
  });
});

describe('a counter', () => {
  it('writes one line in CloudWatch’s embedded metric format, by service and stage', () => {
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const counter = countedBy(
      new Metrics({
        namespace: 'CognitoLifeguard',
        serviceName: 'cognito-lifeguard',
        defaultDimensions: { stage: 'prod' },
      }),
    );

    counter.publish();
    counter.count('Findings', 2);
    counter.count('Findings', 1);
    counter.count('Wars', 0);
    counter.publish();

    expect(log).toHaveBeenCalledTimes(1);
    expect(JSON.parse(log.mock.calls[0]?.[0])).toMatchObject({
      service: 'cognito-lifeguard',
      stage: 'prod',
      Findings: [2, 1],
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'CognitoLifeguard',
            Dimensions: [expect.arrayContaining(['service', 'stage'])],
            Metrics: [{ Name: 'Findings', Unit: 'Count' }],
          },
        ],
      },
    });
  });
});

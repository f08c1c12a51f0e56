import { describe, expect, it } from 'vitest';
import { outcomeText } from '../../../src/cli/report/outcome-text.ts';
import type { Remark } from '../../../src/remediation/remark.ts';
import { toldOutcomes } from '../../notify/told-outcomes.ts';
import { anActor } from '../../support/a-pool-change.ts';
import { aFinding, anUnwrittenOutcome } from '../../support/an-outcome.ts';

const remarked = (remark: Remark) => outcomeText(anUnwrittenOutcome({ findings: [], remarks: [remark] }));

describe('outcomeText', () => {
  it('says of debt since when, and that it waits for a person', () => {
    const text = outcomeText(
      anUnwrittenOutcome({ findings: [aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-03' } })] }),
    );

    expect(text).toContain('~ password-minimum-length');
    expect(text).toContain('debt since 2026-11-03: left until somebody has it put right');
  });

  it('says of a rule that rests until when, which outcome was undone, and what ends the rest', () => {
    const left = { kind: 'undone', outcome: 'outcome-7', until: '2026-11-24T09:02:00.000Z' } as const;

    const text = outcomeText(anUnwrittenOutcome({ findings: [aFinding({ now: 8, left })] }));

    expect(text).toContain('rests until 2026-11-24 09:02:00 UTC, after an undo');
    expect(text).toContain(
      '1 rule rests, because outcome outcome-7 was undone. To end that: lifeguard resume eu-west-1_AbCdEf123 --after-undo --region eu-west-1',
    );
  });

  it.each(
    Object.entries(toldOutcomes).flatMap(([name, { remarks }]) =>
      remarks.map((remark) => [name, remark] as const),
    ),
  )('has a line for the remark of %s', (_name, remark) => {
    const [, line, ...more] = remarked(remark).split('\n');

    expect(line).toMatch(new RegExp(`^  ${remark.kind.replaceAll('-', ' ')}  \\S`));
    expect(more).toEqual([]);
  });

  it('names both sides of a war', () => {
    expect(
      remarked({
        kind: 'war',
        settings: ['MfaConfiguration'],
        times: 3,
        actors: [anActor({ arn: 'arn:aws:iam::111122223333:user/ci' })],
        nextWriteAt: '2026-11-23T09:29:41.000Z',
      }),
    ).toContain(
      'Lifeguard and arn:aws:iam::111122223333:user/ci undo each other, 3 times: MfaConfiguration; next write at',
    );
  });

  it('lets no caller recolour the terminal, nor an external id be seen', () => {
    const text = remarked({
      kind: 'put-back',
      claims: [
        {
          setting: 'SmsConfiguration.ExternalId',
          claimed: 's3cret',
          required: 'equals s3cret',
          rule: 'sms-external-id',
          at: 'policies/baseline.yaml:14',
          call: 'UpdateUserPool',
          eventId: 'event-1',
          actor: anActor({ arn: 'evil\u001b[31m' }),
        },
      ],
    });

    expect(text).toContain('evil\\u001b[31m asked for SmsConfiguration.ExternalId (hidden)');
  });
});

import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { describe, expect, it } from 'vitest';
import { noticeOfAnnouncement } from '../../src/notify/announcement-notice.ts';
import { importFindings } from '../../src/notify/import-findings.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import { sandboxFixture } from '../sandbox/sandbox-fixture.ts';
import { aDigest } from '../support/a-digest.ts';
import { aNotice } from '../support/a-notice.ts';
import { aStanding } from '../support/a-standing.ts';
import { anEndpoint } from '../support/an-endpoint.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';
import { toldNotices } from './told-notices.ts';

const hubs = async (options: SandboxOptions = {}) => {
  const { sandbox, config } = await sandboxFixture(options);
  return { sandbox, sender: importFindings((region) => new SecurityHubClient(config(region))) };
};

const calls = (sandbox: Awaited<ReturnType<typeof hubs>>['sandbox']) =>
  sandbox.calls.map(({ region, input }) => [region, (input.Findings as readonly unknown[]).length]);

const aDigestOf = (rules: number, ...regions: string[]) =>
  noticeOfAnnouncement(
    aDigest({
      pools: regions.map((region) =>
        aStanding('', {
          pool: poolRef('111122223333', region, `${region}_AbCdEf123`),
          findings: Array.from({ length: rules }, (_, index) => aFinding({ rule: `rule-${index}`, now: 8 })),
        }),
      ),
    }),
    {},
  );

describe('what a notice says of rules', () => {
  it.each(Object.entries(toldNotices))('is what Security Hub takes: %s', async (_name, notice) => {
    const { sandbox, sender } = await hubs();

    const delivery = await sender.send(notice);

    expect(delivery).toMatchObject({ kind: 'sent', channel: 'security-hub' });
    expect(sandbox.findings).toHaveLength(
      Number.parseInt(delivery.kind === 'sent' ? delivery.messageId : '', 10),
    );
  });

  it('opens a finding, and closes the same one', async () => {
    const { sandbox, sender } = await hubs();
    const broken = anUnwrittenOutcome({ kind: 'refused', endedAt: '2026-11-23T09:00:00.000Z' });

    await sender.send(aNotice(broken));
    const [open] = sandbox.findings;
    await sender.send(aNotice(anOutcome({ endedAt: '2026-11-23T09:00:00.001Z' })));

    expect(open).toMatchObject({ RecordState: 'ACTIVE', Severity: { Label: 'HIGH' } });
    expect(sandbox.findings).toMatchObject([{ Id: open?.Id, RecordState: 'ARCHIVED' }]);
  });

  it('stays as the newest look left it, in whatever order notices arrive', async () => {
    const { sandbox, sender } = await hubs();
    const sweptBefore = aDigest({
      at: '2026-11-23T10:00:00.000Z',
      pools: [aStanding('AbCdEf123', { at: '2026-11-23T09:14:00.000Z', name: 'checkout-users' })],
    });

    await sender.send(aNotice(anOutcome({ endedAt: '2026-11-23T09:14:41.870Z' })));
    await sender.send(noticeOfAnnouncement(sweptBefore, {}));

    expect(sandbox.findings).toMatchObject([{ RecordState: 'ARCHIVED' }]);
  });

  it('goes out without a call where it is nothing', async () => {
    const { sandbox, sender } = await hubs({ securityHubRegions: [] });

    const delivery = await sender.send(noticeOfAnnouncement(aDigest(), {}));

    expect(delivery).toEqual({ kind: 'sent', channel: 'security-hub', messageId: '0 findings' });
    expect(sandbox.calls).toEqual([]);
  });

  it('goes to each pool’s Region, a hundred at a time', async () => {
    const { sandbox, sender } = await hubs();

    const delivery = await sender.send(aDigestOf(150, 'eu-west-1', 'us-east-1'));

    expect(calls(sandbox)).toEqual([
      ['eu-west-1', 100],
      ['eu-west-1', 50],
      ['us-east-1', 100],
      ['us-east-1', 50],
    ]);
    expect(delivery).toMatchObject({ kind: 'sent', messageId: '300 findings' });
  });

  it('reaches the other Regions where Security Hub is off in one, and says where', async () => {
    const { sandbox, sender } = await hubs({ securityHubRegions: ['us-east-1'] });

    const delivery = await sender.send(aDigestOf(1, 'eu-west-1', 'us-east-1'));

    expect(delivery).toEqual({
      kind: 'failed',
      channel: 'security-hub',
      retryable: false,
      reason:
        'in eu-west-1, InvalidAccessException: Account 111122223333 is not subscribed to AWS Security Hub',
    });
    expect(sandbox.findings).toMatchObject([{ Resources: [{ Region: 'us-east-1' }] }]);
  });

  it.each([
    ['throttle', true],
    ['internal-error', true],
    ['lost-response', true],
    ['access-denied', false],
  ] as const)('that meets %s may be sent again: %s', async (kind, retryable) => {
    const { sandbox, sender } = await hubs();
    sandbox.faults.add(kind === 'internal-error' ? { kind, when: 'before' } : { kind });

    expect(await sender.send(aNotice())).toMatchObject({ kind: 'failed', retryable });
  });

  it.each([
    ['InternalException', true],
    ['ThrottlingException', true],
    ['InvalidInput', false],
    ['InvalidAccess', false],
  ])('that an answer of 200 refuses with %s may be sent again: %s', async (ErrorCode, retryable) => {
    const refused = { Id: 'cognito-lifeguard/1', ErrorCode, ErrorMessage: 'data.Title is too long' };
    const endpoint = await anEndpoint({ FailedCount: 1, SuccessCount: 0, FailedFindings: [refused] });

    expect(await importFindings(() => new SecurityHubClient(endpoint)).send(aNotice())).toEqual({
      kind: 'failed',
      channel: 'security-hub',
      retryable,
      reason: `in eu-west-1, ${ErrorCode}: 1 finding of 1 refused, first cognito-lifeguard/1: data.Title is too long`,
    });
  });

  it('go by one client for each Region, however many notices there are', async () => {
    const { config } = await sandboxFixture();
    const made: string[] = [];
    const sender = importFindings((region) => {
      made.push(region);
      return new SecurityHubClient(config(region));
    });

    for (let count = 0; count < 3; count += 1) await sender.send(aNotice());

    expect(made).toEqual(['eu-west-1']);
  });

  it('may be sent again where one Region refuses for good and another one for now', async () => {
    const { sandbox, sender } = await hubs({ securityHubRegions: ['us-east-1'] });
    sandbox.faults.add({ kind: 'throttle', region: 'us-east-1' });

    expect(await sender.send(aDigestOf(1, 'eu-west-1', 'us-east-1'))).toMatchObject({ retryable: true });
  });
});

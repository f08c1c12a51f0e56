import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tellByQueue } from '../../src/handlers/tell-by-queue.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { aFinding, anOutcome } from '../support/an-outcome.ts';

/** Tells an outcome and takes the message from the queue. */
const queued = async (outcome: Outcome): Promise<string | undefined> => {
  const sandbox = await startSandbox({ homeRegion: 'eu-west-1' });
  onTestFinished(() => sandbox.close());
  const sqs = new SQSClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'sandbox' },
  });
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'notices' }));
  await tellByQueue(sqs, QueueUrl)(outcome);
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  return Messages[0]?.Body;
};

const templates = [
  'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage',
  'VerificationMessageTemplate.EmailMessage',
  'VerificationMessageTemplate.EmailMessageByLink',
  'EmailVerificationMessage',
  'EmailMfaConfiguration.Message',
] as const;

/** SendMessage, Amazon SQS API reference: the largest message, in bytes. */
const mostBytes = 262_144;

const sent = async (outcome: Outcome): Promise<Outcome> => {
  const body = (await queued(outcome)) ?? '';
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(mostBytes);
  return JSON.parse(body) as Outcome;
};

describe('an outcome on the queue', () => {
  it('fits, with five templates of 20,000 characters of several bytes and 500 causes', async () => {
    const long = '漢'.repeat(20_000);
    const findings = templates.map((setting) =>
      aFinding({ setting, found: long, now: `${long}.`, required: `equals ${long}` }),
    );
    const causes = Array.from({ length: 500 }, (_, index) => aCall({ eventId: `event-${index}` }));

    const told = await sent(anOutcome({ findings, causes }));

    expect(told.findings.map(({ setting }) => setting)).toEqual(templates);
    expect(told.findings[0]?.found).toMatch(/^漢{900,}… \(cut, 20,000 characters\)$/);
    expect([told.causes.length, told.causesOmitted]).toEqual([20, 480]);
  });

  it('fits where every text is what JSON writes longest, and keeps its names whole', async () => {
    const worst = '\u0001'.repeat(2_048);
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}${worst}`, worst]));
    const actor = anActor({ arn: worst, sessionName: worst, sessionIssuer: worst, userAgent: worst });
    const findings = Array.from({ length: 60 }, (_, index) =>
      aFinding({ rule: `rule-${index}`, setting: 'UserPoolTags', found: tags, now: tags, required: worst }),
    );
    const causes = Array.from({ length: 20 }, (_, index) => aCall({ eventId: `event-${index}`, actor }));

    const told = await sent(anOutcome({ findings, causes, reason: worst }));

    expect(told.id).toBe(anOutcome().id);
    expect(told.findings.map(({ rule }) => rule)).toEqual(findings.map(({ rule }) => rule));
    expect(told.causes).toMatchObject(causes.map(({ eventId }) => ({ eventId })));
  });

  it('fits with as many remarks as a hostile caller can bring about', async () => {
    const worst = '\u0001'.repeat(2_048);
    const actors = Array.from({ length: 300 }, (_, index) =>
      anActor({ arn: `${index}${worst}`, sessionIssuer: worst, userAgent: worst }),
    );
    const claims = actors.map((actor, index) => ({
      setting: 'EmailVerificationMessage' as const,
      claimed: worst,
      required: worst,
      rule: `rule-${index}`,
      at: 'policies/baseline.yaml:14',
      call: 'UpdateUserPool',
      eventId: `event-${index}`,
      actor,
    }));

    const told = await sent(
      anOutcome({
        remarks: [
          { kind: 'put-back', claims },
          {
            kind: 'war',
            settings: ['EmailVerificationMessage'],
            times: 3,
            actors,
            stack: worst,
            nextWriteAt: '2026-11-23T09:29:41.000Z',
          },
        ],
      }),
    );

    expect(told.remarks).toMatchObject([
      { kind: 'put-back', claims: claims.slice(0, 50).map(({ rule }) => ({ rule })) },
      { kind: 'war', times: 3 },
    ]);
  });

  it('holds no character that SQS refuses in a message', async () => {
    const reason = 'refused by \uffff\ufffe\u0000 itself';

    const body = await queued(anOutcome({ reason }));

    expect(body).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    expect(JSON.parse(body ?? '')).toMatchObject({ reason });
  });

  it('holds no SMS external id', async () => {
    const sideEffects = [{ path: 'SmsConfiguration.ExternalId', from: 's3cret', to: 'not set' }];
    const lost = {
      kind: 'lost-update' as const,
      outcome: 'outcome-1',
      writtenAt: '2026-11-23T09:14:08.300Z',
      call: 'UpdateUserPool',
      eventId: 'event-1',
      eventTime: '2026-11-23T09:14:07Z',
      actor: anActor(),
      settings: [{ setting: 'SmsConfiguration.ExternalId' as const, ours: 's3cret', theirs: 's3cret' }],
    };

    const body = await queued(anOutcome({ sideEffects, remarks: [lost] }));

    expect(body).toContain('lost-update');
    expect(body).not.toContain('s3cret');
  });

  it('is none where there is nothing to tell', async () => {
    expect(await queued(anOutcome({ kind: 'compliant', findings: [] }))).toBeUndefined();
  });
});

import {
  type AwsSecurityFinding,
  BatchImportFindingsCommand,
  type SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { clientByRegion } from '../pool/client-by-region.ts';
import type { Delivery, Sender } from './delivery.ts';
import { failedDelivery, refusedDelivery } from './failed-delivery.ts';
import { isRetryableCode } from './is-retryable.ts';
import type { Notice } from './notice.ts';
import { count } from './notice-facts.ts';
import { securityFindings } from './security-finding.ts';

const channel = 'security-hub';

type Failed = Extract<Delivery, { kind: 'failed' }>;

/** BatchImportFindings takes no more. Source: AWS Security Hub API reference. */
const mostFindings = 100;

/** The Region whose Security Hub a finding is for: AWS denies a product ARN of another one. */
const regionOf = ({ ProductArn = '' }: AwsSecurityFinding): string => ProductArn.split(':')[3] ?? '';

const batchesOf = (findings: readonly AwsSecurityFinding[]): readonly AwsSecurityFinding[][] =>
  Array.from({ length: Math.ceil(findings.length / mostFindings) }, (_, batch) =>
    findings.slice(batch * mostFindings, (batch + 1) * mostFindings),
  );

/**
 * An answer of 200 can carry refusals, and a finding that Security Hub refused says nothing of the others.
 * @returns undefined where all were taken
 */
const importBatch = async (
  client: SecurityHubClient,
  batch: AwsSecurityFinding[],
): Promise<Failed | undefined> => {
  try {
    const answer = await client.send(new BatchImportFindingsCommand({ Findings: batch }));
    const { FailedCount = 0, FailedFindings = [] } = answer;
    if (FailedCount === 0) return undefined;
    const codes = FailedFindings.map(({ ErrorCode = 'InternalFailure' }) => ErrorCode);
    const [{ Id = '', ErrorMessage = 'no reason given' } = {}] = FailedFindings;
    const reason = `${count(FailedCount, 'finding')} of ${batch.length} refused, first ${Id}: ${ErrorMessage}`;
    const [code = 'InternalFailure', ...more] = codes;
    return refusedDelivery(channel, code, reason, [code, ...more].some(isRetryableCode));
  } catch (error) {
    return failedDelivery(channel, error);
  }
};

/**
 * Imports what a notice says of rules into Security Hub, each finding in its pool's Region. A notice that says nothing
 * of rules is sent without a call. Where a Region fails, the others still get theirs; the same notice again is harmless,
 * because Security Hub ignores what isn't newer.
 * @param makeClient makes the client of a Region
 */
export const importFindings = (makeClient: (region: string) => SecurityHubClient): Sender => {
  const clientIn = clientByRegion(makeClient);
  return { channel, send: (notice) => importAll(clientIn, notice) };
};

const importAll = async (
  clientIn: (region: string) => SecurityHubClient,
  notice: Notice,
): Promise<Delivery> => {
  const findings = securityFindings(notice);
  const failures: Failed[] = [];
  for (const [region, ofRegion] of Map.groupBy(findings, regionOf))
    for (const batch of batchesOf(ofRegion)) {
      const failure = await importBatch(clientIn(region), batch);
      if (failure) failures.push({ ...failure, reason: `in ${region}, ${failure.reason}` });
    }
  const [first] = failures;
  if (!first) return { kind: 'sent', channel, messageId: count(findings.length, 'finding') };
  return { ...first, retryable: failures.some(({ retryable }) => retryable) };
};

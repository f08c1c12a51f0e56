import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { DeployedParts } from '../doctor/deployed-parts.ts';
import { forwardRole } from './forward-calls.ts';
import { deadLettersOf, sandboxRegions } from './sandbox-settings.ts';
import type { Topics } from './topics.ts';

/** What the parameter `parts` of a deployment in the sandbox says; makes the roles that it names. */
export const deployedParts = ({
  sandbox,
  topics,
  queueUrls: { looks, sweeps, notices },
  forwarding,
}: {
  readonly sandbox: Sandbox;
  readonly topics: Topics;
  readonly queueUrls: { readonly looks: string; readonly sweeps: string; readonly notices: string };
  readonly forwarding: NonNullable<DeployedParts['forwarding']>;
}): string => {
  const { accountId } = sandbox;
  const role = (name: string): string => {
    const arn = `arn:aws:iam::${accountId}:role/cognito-lifeguard-${name}`;
    sandbox.roles.add(arn);
    return arn;
  };
  const parts: DeployedParts = {
    queues: { PoolChangesQueue: looks, SweepsQueue: sweeps, NoticesQueue: notices },
    deadLetters: {
      PoolChangesDeadLetters: deadLettersOf(looks),
      SweepsDeadLetters: deadLettersOf(sweeps),
      NoticesDeadLetters: deadLettersOf(notices),
    },
    topics: {
      NoticesTopic: topics.notices,
      UrgentTopic: topics.urgent,
      TamperingTopic: topics.tampering,
    },
    roles: {
      OnPoolChangeRole: role('on-pool-change'),
      OnSweepRole: role('on-sweep'),
      OnNoticeRole: role('on-notice'),
      ForwardRole: role(forwardRole),
    },
    key: `arn:aws:kms:eu-west-1:${accountId}:key/a-key`,
    stage: 'prod',
    mode: 'remediate',
    regions: sandboxRegions,
    forwarding,
    slack: true,
    securityHub: true,
    smsRoleArns: [],
    sweepMinutes: 60,
  };
  return JSON.stringify(parts);
};

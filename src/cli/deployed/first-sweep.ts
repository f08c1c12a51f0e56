import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { lifeguardKey, sandboxRegion, sandboxSettings } from './sandbox-settings.ts';

/** What EventBridge hands the queue of sweeps where a stack is complete: each deployment begins with a sweep. */
const stackIsComplete = {
  source: 'aws.cloudformation',
  'detail-type': 'CloudFormation Stack Status Change',
  region: sandboxRegion,
  detail: { 'status-details': { status: 'CREATE_COMPLETE' } },
};

/** Begins the sweep that a deployment begins with. It ends five minutes later. */
export const firstSweep = async (sandbox: Sandbox): Promise<void> => {
  await new SQSClient(sandboxSettings(sandbox, lifeguardKey)).send(
    new SendMessageCommand({
      QueueUrl: `${sandbox.url}/${sandbox.accountId}/sweeps`,
      MessageBody: JSON.stringify(stackIsComplete),
    }),
  );
};

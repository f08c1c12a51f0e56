import { answered, refused } from '../answer.ts';
import { numberAt, stringAt } from '../json.ts';
import type { SqsOperation } from './sqs.ts';

/**
 * StartMessageMoveTask: moves what lies in a dead-letter queue back to the queue it is the dead-letter queue of, or to
 * the one that is named. AWS moves at its own pace; here all is moved before the answer.
 * Source: StartMessageMoveTask, Amazon SQS API reference.
 */
export const startMessageMoveTask: SqsOperation = (world, call) => {
  const sourceArn = stringAt(call.input, 'SourceArn') ?? '';
  const destinationArn = stringAt(call.input, 'DestinationArn');
  const rate = numberAt(call.input, 'MaxNumberOfMessagesPerSecond');
  const dead = world.queues.byArn(sourceArn);
  if (!dead)
    return refused(
      'ResourceNotFoundException',
      'The resource that you specified for the SourceArn parameter does not exist.',
      404,
    );
  const feeding = world.queues
    .list(call.region)
    .filter(({ settings }) => settings.redrive?.deadLetterTargetArn === sourceArn);
  if (feeding.length === 0)
    return refused('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
  if (rate !== undefined && (!Number.isInteger(rate) || rate < 1 || rate > 500))
    return refused('InvalidParameterValue', 'Value for parameter MaxNumberOfMessagesPerSecond is invalid.');
  const target = destinationArn === undefined ? feeding[0] : world.queues.byArn(destinationArn);
  if (!target)
    return refused(
      'ResourceNotFoundException',
      'The resource that you specified for the DestinationArn parameter does not exist.',
      404,
    );
  const moved = dead.messages();
  dead.purge();
  const now = world.now().getTime();
  for (const message of moved) target.send(message, now, 0);
  world.queues.arrived(target);
  return answered({ TaskHandle: Buffer.from(sourceArn).toString('base64') });
};

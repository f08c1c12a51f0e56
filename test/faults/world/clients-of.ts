import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Queues } from '../../../src/sandbox/sqs/queues.ts';
import type { Chance } from './chance.ts';
import { region } from './cognito-in-time.ts';
import type { Life } from './life.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

interface Surroundings {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly weather: Weather;
}

/** The SQS client of one process. Queues go by their names. @param onSend told of each message that was taken */
export const sqsOf = (
  queues: Queues,
  life: Life,
  { time, chance, weather }: Surroundings,
  onSend: (queue: string, body: string) => void,
): SQSClient => {
  const put = (name: string, body: string, delaySeconds = 0): void => {
    const queue = queues.get(region, name);
    if (!queue) throw new Error(`There is no queue ${name}.`);
    queues.send(queue, body, { delaySeconds });
    onSend(name, body);
  };
  const sent = (command: unknown): object => {
    if (command instanceof SendMessageCommand) {
      const { QueueUrl = '', MessageBody = '', DelaySeconds } = command.input;
      put(QueueUrl, MessageBody, DelaySeconds);
      return {};
    }
    if (command instanceof SendMessageBatchCommand) {
      const { QueueUrl = '', Entries = [] } = command.input;
      const failed = Entries.filter(() => chance.happens(weather.share('queue') / 4));
      for (const entry of Entries)
        if (!failed.includes(entry)) put(QueueUrl, entry.MessageBody ?? '', entry.DelaySeconds);
      return { Failed: failed.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })) };
    }
    throw new Error('Nobody sends this.');
  };
  const send = (command: unknown) =>
    life.step('send a message', async () => {
      await time.wait(chance.between(2, 25));
      const failure = chance.happens(weather.share('queue')) ? chance.pick(['before', 'after']) : undefined;
      if (failure === 'before') throw new Error("SQS can't be reached.");
      const answer = sent(command);
      await time.wait(chance.between(2, 25));
      if (failure === 'after') throw new Error('SQS gave no answer.');
      return answer;
    });
  return { send } as unknown as SQSClient;
};

/** Told of each message that reached the topic, whether its sender hears of it or not. */
export type OnPublish = (published: {
  readonly input: PublishCommand['input'];
  readonly isAnswered: boolean;
}) => void;

/** The SNS client of one process. */
export const snsOf = (
  life: Life,
  { time, chance, weather }: Surroundings,
  onPublish: OnPublish,
): SNSClient => {
  const send = (command: unknown) =>
    life.step('publish', async () => {
      if (!(command instanceof PublishCommand)) throw new Error('Nobody sends this.');
      await time.wait(chance.between(5, 60));
      const failure = chance.happens(weather.share('topic')) ? chance.pick(['before', 'after']) : undefined;
      if (failure === 'before') throw new Error("SNS can't be reached.");
      onPublish({ input: command.input, isAnswered: failure === undefined });
      await time.wait(chance.between(5, 60));
      if (failure === 'after') throw new Error('SNS gave no answer.');
      return { MessageId: 'published' };
    });
  return { send } as unknown as SNSClient;
};

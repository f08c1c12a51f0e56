import { createQueue, type Message, type Queue, type Received } from './queue.ts';

/** The queues of the account, by Region and name, and what has to happen when a message lands in one. */
export interface Queues {
  get(region: string, name: string): Queue | undefined;
  byArn(arn: string): Queue | undefined;
  create(region: string, name: string): Queue;
  /** Takes a queue away, as somebody could. */
  remove(region: string, name: string): void;
  /** The queue of that name for the sandbox's own wiring: in the Region named, else the only one so named, else a new one. */
  wired(name: string, region?: string): Queue;
  list(region: string): readonly Queue[];
  send(queue: Queue, body: string, options?: SendOptions): Message;
  receive(queue: Queue, most: number, visibilityTimeout?: number): readonly Received[];
  /** Calls back whenever a message of the queue may have become visible. */
  onArrival(queue: Queue, callback: () => void): void;
  arrived(queue: Queue): void;
}

interface SendOptions {
  readonly attributes?: Message['attributes'];
  readonly senderId?: string;
  readonly delaySeconds?: number;
}

export interface QueuesOptions {
  readonly accountId: string;
  readonly homeRegion: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** No queues yet. */
export function createQueues({ accountId, homeRegion, now, newId }: QueuesOptions): Queues {
  const queues = new Map<string, Queue>();
  const listeners = new Map<Queue, () => void>();
  const byArn = (arn: string) => [...queues.values()].find((queue) => queue.arn === arn);
  const arrived = (queue: Queue) => listeners.get(queue)?.();
  const all: Queues = {
    get: (region, name) => queues.get(`${region}/${name}`),
    byArn,
    create: (region, name) => {
      const queue = createQueue(name, region, `arn:aws:sqs:${region}:${accountId}:${name}`, {
        visibilityTimeout: 30,
        delaySeconds: 0,
      });
      queues.set(`${region}/${name}`, queue);
      return queue;
    },
    remove: (region, name) => {
      queues.delete(`${region}/${name}`);
    },
    wired: (name, region) => {
      const named = [...queues.values()].filter(
        (queue) => queue.name === name && (region ?? queue.region) === queue.region,
      );
      const [only, second] = named;
      if (second) throw new RangeError(`Queues named ${name} exist in several Regions: name one`);
      return only ?? all.create(region ?? homeRegion, name);
    },
    list: (region) => [...queues.values()].filter((queue) => queue.region === region),
    send: (queue, body, { attributes = {}, senderId = accountId, delaySeconds } = {}) => {
      const at = now().getTime();
      const message: Message = { id: newId(), body, attributes, sentAt: at, senderId };
      queue.send(message, at, delaySeconds);
      arrived(queue);
      return message;
    },
    receive: (queue, most, visibilityTimeout) =>
      queue.receive(most, now().getTime(), {
        ...(visibilityTimeout === undefined ? {} : { visibilityTimeout }),
        newHandle: newId,
        dead: (message) => {
          const target = byArn(queue.settings.redrive?.deadLetterTargetArn ?? '');
          target?.send(message, now().getTime(), 0);
          if (target) arrived(target);
        },
      }),
    onArrival: (queue, callback) => {
      listeners.set(queue, callback);
    },
    arrived,
  };
  return all;
}

import type { JsonObject } from '../json.ts';

/** A message as a queue keeps it. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: JsonObject;
  readonly sentAt: number;
  readonly senderId: string;
}

/** A message handed to a receiver, who can delete it or let it come back. */
export interface Received {
  readonly message: Message;
  readonly receiptHandle: string;
  readonly receiveCount: number;
  readonly firstReceivedAt: number;
}

/** How a queue behaves; seconds as SQS's attributes have them. */
export interface QueueSettings {
  readonly visibilityTimeout: number;
  readonly delaySeconds: number;
  readonly redrive?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
}

/** A standard queue. Times are given in milliseconds: a queue has no clock. */
export interface Queue {
  readonly name: string;
  readonly region: string;
  readonly arn: string;
  settings: QueueSettings;
  send(message: Message, now: number, delaySeconds?: number): void;
  /** Takes up to `most` visible messages and hides them; what was received too often goes to `dead`. */
  receive(most: number, now: number, options?: ReceiveOptions): readonly Received[];
  /** Deletes a received message; false where the handle is none of this queue's. */
  delete(receiptHandle: string): boolean;
  /** Lets a received message come back after so many seconds; false where the handle is none of this queue's. */
  changeVisibility(receiptHandle: string, seconds: number, now: number): boolean;
  purge(): void;
  /** How many messages could be received now, are in a receiver's hands, or wait out their first delay. */
  counts(now: number): { readonly visible: number; readonly inFlight: number; readonly delayed: number };
  /** When the next hidden message becomes visible, or undefined. */
  nextVisibleAt(now: number): number | undefined;
  messages(): readonly Message[];
}

interface ReceiveOptions {
  readonly visibilityTimeout?: number;
  readonly newHandle: () => string;
  readonly dead: (message: Message) => void;
}

interface Entry {
  readonly message: Message;
  visibleAt: number;
  receiveCount: number;
  firstReceivedAt: number;
  handles: Set<string>;
}

/** An empty queue. */
export function createQueue(name: string, region: string, arn: string, settings: QueueSettings): Queue {
  let entries: Entry[] = [];
  const holding = (handle: string) => entries.find((entry) => entry.handles.has(handle));
  const queue: Queue = {
    name,
    region,
    arn,
    settings,
    send: (message, now, delaySeconds = queue.settings.delaySeconds) => {
      const visibleAt = now + delaySeconds * 1000;
      entries.push({ message, visibleAt, receiveCount: 0, firstReceivedAt: 0, handles: new Set() });
    },
    receive: (most, now, options) => {
      const taken: Received[] = [];
      for (const entry of entries.filter(({ visibleAt }) => visibleAt <= now)) {
        if (taken.length === most) break;
        const { redrive, visibilityTimeout } = queue.settings;
        if (redrive && entry.receiveCount >= redrive.maxReceiveCount) {
          entries = entries.filter((other) => other !== entry);
          options?.dead(entry.message);
          continue;
        }
        entry.receiveCount += 1;
        entry.firstReceivedAt ||= now;
        entry.visibleAt = now + (options?.visibilityTimeout ?? visibilityTimeout) * 1000;
        const receiptHandle = options?.newHandle() ?? `${entry.message.id}-${entry.receiveCount}`;
        entry.handles.add(receiptHandle);
        const { message, receiveCount, firstReceivedAt } = entry;
        taken.push({ message, receiptHandle, receiveCount, firstReceivedAt });
      }
      return taken;
    },
    delete: (handle) => {
      const entry = holding(handle);
      entries = entries.filter((other) => other !== entry);
      return entry !== undefined;
    },
    changeVisibility: (handle, seconds, now) => {
      const entry = holding(handle);
      if (entry) entry.visibleAt = now + seconds * 1000;
      return entry !== undefined;
    },
    purge: () => {
      entries = [];
    },
    counts: (now) => {
      const hidden = entries.filter(({ visibleAt }) => visibleAt > now);
      const inFlight = hidden.filter(({ receiveCount }) => receiveCount > 0).length;
      return { visible: entries.length - hidden.length, inFlight, delayed: hidden.length - inFlight };
    },
    nextVisibleAt: (now) => {
      const later = entries.map(({ visibleAt }) => visibleAt).filter((at) => at > now);
      return later.length > 0 ? Math.min(...later) : undefined;
    },
    messages: () => entries.map(({ message }) => message),
  };
  return queue;
}

/** Someone to whom a topic's messages go. */
export interface Subscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly confirmed: boolean;
}

/** What reached a subscriber, as its protocol shows it. */
export interface Delivery {
  readonly at: Date;
  readonly topicArn: string;
  readonly messageId: string;
  readonly protocol: string;
  readonly endpoint: string;
  /** The subject of a mail; other protocols have it inside the body. */
  readonly subject: string | undefined;
  readonly body: string;
}

/** The topics of the account and their subscribers. */
export interface Topics {
  has(topicArn: string): boolean;
  add(topicArn: string): void;
  list(region: string): readonly string[];
  subscribe(subscription: Subscription): void;
  /** Confirms every pending subscription of an endpoint, as its owner does by following the link in the mail. */
  confirm(endpoint: string): void;
  subscriptions(topicArn: string): readonly Subscription[];
}

/** No topics yet. */
export function createTopics(): Topics {
  const topics = new Map<string, Subscription[]>();
  const of = (topicArn: string) => topics.get(topicArn) ?? [];
  return {
    has: (topicArn) => topics.has(topicArn),
    add: (topicArn) => {
      topics.set(topicArn, of(topicArn));
    },
    list: (region) => [...topics.keys()].filter((arn) => arn.split(':')[3] === region),
    subscribe: (subscription) => {
      topics.set(subscription.topicArn, [...of(subscription.topicArn), subscription]);
    },
    confirm: (endpoint) => {
      for (const [topicArn, subscriptions] of topics) {
        topics.set(
          topicArn,
          subscriptions.map((one) => (one.endpoint === endpoint ? { ...one, confirmed: true } : one)),
        );
      }
    },
    subscriptions: of,
  };
}

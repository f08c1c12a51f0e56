/** The path of a queue's URL: the account's id, and the name. Source: Amazon SQS developer guide, "Queue URL". */
const queuePath = /^\/(\d{12})\/[\w-]{1,80}$/;

/**
 * Whether a URL names a queue of the account. Its host isn't looked at: clients that take queues from a parameter ask
 * where the SDK's settings lead (`useQueueUrlAsEndpoint: false`), or whoever may write the parameter would be called.
 */
export const isOwnQueue = (url: string, accountId: string): boolean =>
  queuePath.exec(URL.parse(url)?.pathname ?? '')?.[1] === accountId;

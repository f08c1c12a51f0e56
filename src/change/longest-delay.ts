/** The longest that SQS delays a message, in seconds. Source: SendMessage, Amazon SQS API reference. */
export const longestDelay = 900;

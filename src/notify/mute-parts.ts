import { DescribeRuleCommand, type EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { MutePart } from '../sweep/announcement.ts';
import type { Sweeper } from '../sweep/sweeper.ts';

/** What is asked for. */
export interface Asked {
  /** The rules at home that watch each other. */
  readonly rules: {
    readonly client: EventBridgeClient;
    readonly region: string;
    readonly names: readonly string[];
  };
  /** The queues, all of one name, of what other Regions could not forward. The host goes by the clients' settings. */
  readonly deadLetters: {
    readonly clientIn: (region: string) => SQSClient;
    readonly regions: readonly string[];
    readonly name: string;
  };
  /** Takes what can't be asked; it is asked again by the next sweep. */
  readonly log: (reason: string) => void;
}

/**
 * Which parts by which tampering is told don't do so. A queue that isn't there is none of them: a Region that can't be
 * reached has none, and what somebody deletes is told of by the rule beside it.
 */
export const muteParts =
  ({ rules, deadLetters, log }: Asked): NonNullable<Sweeper['muteParts']> =>
  async (accountId) => {
    const ask = async (
      part: string,
      question: Promise<MutePart | undefined>,
    ): Promise<readonly MutePart[]> => {
      try {
        const mute = await question;
        return mute ? [mute] : [];
      } catch (error) {
        log(`${part}: ${String(error)}`);
        return [];
      }
    };
    const found = await Promise.all([
      ...rules.names.map((name) => ask(name, ruleAt(rules, name))),
      ...deadLetters.regions.map((region) =>
        ask(`${deadLetters.name} in ${region}`, queueIn(deadLetters, region, accountId)),
      ),
    ]);
    return found.flat();
  };

const ruleAt = async ({ client, region }: Asked['rules'], name: string): Promise<MutePart | undefined> => {
  try {
    const { State } = await client.send(new DescribeRuleCommand({ Name: name }));
    return State === 'DISABLED' ? { region, name, why: 'disabled' } : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException')
      return { region, name, why: 'gone' };
    throw error;
  }
};

const queueIn = async (
  { clientIn, name }: Asked['deadLetters'],
  region: string,
  accountId: string,
): Promise<MutePart | undefined> => {
  const { Attributes } = await clientIn(region).send(
    new GetQueueAttributesCommand({
      QueueUrl: `https://sqs.${region}.amazonaws.com/${accountId}/${name}`,
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
  );
  const messages = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  return messages === 0 ? undefined : { region, name, why: 'holds', messages };
};

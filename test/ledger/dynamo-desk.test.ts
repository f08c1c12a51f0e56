import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  type UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoDesk } from '../../src/ledger/dynamo-desk.ts';
import { aPause } from '../support/a-pause.ts';

/** A table that takes what it is sent, and answers reads with a set of pauses or what stands in its place. */
const aSink = (pauses?: AttributeValue) => {
  const sent: UpdateItemCommandInput[] = [];
  const client = {
    send: async (command: GetItemCommand | UpdateItemCommand) => {
      if (command instanceof GetItemCommand) return { Item: { pauses } };
      sent.push(command.input);
      return {};
    },
  } as unknown as DynamoDBClient;
  return { table: { client, name: 'ledger' }, sent };
};

/** The attributes that an expression names: its words that are no values, functions or operators. */
const attributesIn = (expression = ''): readonly string[] =>
  expression.match(/(?<![:\w])[a-z]\w+\b(?!\()/g) ?? [];

describe('pausing and resuming', () => {
  it.each<[string, AttributeValue]>([
    ['a set', { SS: ['garbage'] }],
    ['something else', { S: 'garbage' }],
  ])(
    'name nothing of the account’s item but its pauses, and ask for nothing back: a permission may say so; in place of them is %s',
    async (_, pauses) => {
      const { table, sent } = aSink(pauses);
      const desk = dynamoDesk({ table });

      await desk.pause(aPause());
      await desk.resume(aPause());
      await desk.mendPauses();

      expect(sent).toHaveLength(3);
      for (const { UpdateExpression, ConditionExpression, ...input } of sent) {
        const named = [...attributesIn(UpdateExpression), ...attributesIn(ConditionExpression)];
        expect(new Set(named)).toEqual(new Set(['pauses']));
        expect(input.Key).toEqual({ pk: { S: 'account' }, sk: { S: 'account' } });
        expect(input).not.toHaveProperty('ReturnValues');
        expect(input).not.toHaveProperty('ReturnValuesOnConditionCheckFailure');
      }
    },
  );
});

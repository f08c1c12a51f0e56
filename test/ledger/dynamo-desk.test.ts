import type { DynamoDBClient, UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoDesk } from '../../src/ledger/dynamo-desk.ts';
import { aPause } from './a-memory.ts';

/** A table that takes what it is sent and answers nothing. */
const aSink = () => {
  const sent: UpdateItemCommandInput[] = [];
  const client = {
    send: async ({ input }: { readonly input: UpdateItemCommandInput }) => {
      sent.push(input);
      return {};
    },
  } as unknown as DynamoDBClient;
  return { table: { client, name: 'ledger' }, sent };
};

/** The attributes that an expression names: its words that are no values, functions or operators. */
const attributesIn = (expression = ''): readonly string[] =>
  expression.match(/(?<![:\w])[a-z]\w+\b(?!\()/g) ?? [];

describe('pausing and resuming', () => {
  it('name nothing of the account’s item but its pauses, and ask for nothing back: a permission may say so', async () => {
    const { table, sent } = aSink();
    const desk = dynamoDesk({ table });

    await desk.pause(aPause());
    await desk.resume(aPause());

    expect(sent).toHaveLength(2);
    for (const { UpdateExpression, ConditionExpression, ...input } of sent) {
      const named = [...attributesIn(UpdateExpression), ...attributesIn(ConditionExpression)];
      expect(new Set(named)).toEqual(new Set(['pauses']));
      expect(input.Key).toEqual({ pk: { S: 'account' }, sk: { S: 'account' } });
      expect(input).not.toHaveProperty('ReturnValues');
      expect(input).not.toHaveProperty('ReturnValuesOnConditionCheckFailure');
    }
  });
});

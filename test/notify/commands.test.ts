import { describe, expect, it } from 'vitest';
import { commands } from '../../src/notify/commands.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
const trigger = 'LambdaConfig.PreSignUp';

describe('a command in a notice', () => {
  it.each([
    'arn:aws:lambda:eu-west-1:111122223333:function:checks',
    'arn:aws-cn:lambda:cn-north-1:111122223333:function:checks:live',
    'arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:checks:7',
  ])('puts a trigger back: %s', (arn) => {
    expect(commands.setTrigger(pool, trigger, arn)).toEqual([
      `lifeguard set eu-west-1_AbCdEf123 LambdaConfig.PreSignUp=${arn} --region eu-west-1`,
    ]);
  });

  it.each([
    ['nothing', null],
    ['another kind of value', { arn: 'x' }],
    ['a command after it', 'arn:aws:lambda:eu-west-1:111122223333:function:checks;id'],
    ['a substitution in it', 'arn:aws:lambda:eu-west-1:111122223333:function:$(id)'],
    ['a variable', 'arn:aws:lambda:eu-west-1:111122223333:function:checks:$LATEST'],
    ['a second line', 'arn:aws:lambda:eu-west-1:111122223333:function:checks\nid'],
    ['a cut end', 'arn:aws:lambda:eu-west-1:1111222… (cut, 90 characters)'],
  ])('is left out where the value is %s', (_what, value) => {
    expect(commands.setTrigger(pool, trigger, value)).toEqual([]);
  });

  it.each(['', 'a b', 'x;id', '`id`', '$(id)', 'x\n'])('takes no id such as %j', (id) => {
    expect([...commands.undo(pool, id), ...commands.accept(id)]).toEqual([]);
  });

  it('takes no time that isn’t one', () => {
    expect(commands.callsSince(pool, '2026-11-23T08:12:40.000Z')).toHaveLength(1);
    expect(commands.callsSince(pool, '$(id)')).toEqual([]);
  });
});

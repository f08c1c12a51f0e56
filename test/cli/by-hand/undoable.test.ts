import { describe, expect, it } from 'vitest';
import { undoable } from '../../../src/cli/by-hand/undoable.ts';
import { CliError } from '../../../src/cli/cli-error.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import type { Outcome } from '../../../src/remediation/outcome.ts';
import { anOutcome } from '../../support/an-outcome.ts';

const account = {
  accountId: '111122223333',
  region: 'eu-west-1',
  caller: 'arn:aws:iam::111122223333:user/me',
};

const undone = (outcome: object) =>
  undoable('one', { outcome: { ...anOutcome(), ...outcome } as Outcome }, account);

/** Paints the terminal red. */
const paint = '\u001b[31m';

describe('what there is of an outcome to take back', () => {
  it('is of the pool that its ARN names, whatever else it says', () => {
    const { pool } = anOutcome();

    const { pool: taken } = undone({ pool: { ...pool, id: 'eu-west-1_Other', accountId: '444455556666' } });

    expect(taken).toEqual(poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123'));
  });

  it.each([
    ['a kind that paints', { kind: paint }, /has written nothing \(it is \\u001b\[31m\)/],
    [
      'a pool without an ARN',
      { pool: { arn: paint } },
      /names \\u001b\[31m, which this version does not know/,
    ],
    [
      'a setting of another version',
      { changes: [{ setting: 'Another', from: 1, to: 2, because: [] }] },
      /names Another, which this version does not know/,
    ],
    [
      'a pool of another account',
      { pool: poolRef('444455556666', 'eu-west-1', 'eu-west-1_AbCdEf123') },
      /is about account 444455556666, and you call as 111122223333/,
    ],
  ])('is nothing where it has %s, in a sentence that obeys nobody', (_, outcome, sentence) => {
    expect(() => undone(outcome)).toThrow(CliError);
    expect(() => undone(outcome)).toThrow(sentence);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { runCli, towards } from '../support/run-cli.ts';
import { poolId, sandboxWith, weakened } from './a-cli-world.ts';

const floor = ['--policies', 'test/cli/policies/floor'];

const replayed = async (...args: string[]) => {
  const sandbox = await sandboxWith(weakened);
  const before = sandbox.calls.length;
  const run = await runCli(['replay', '--format', 'json', ...args, ...floor], towards(sandbox.url));
  const calls = sandbox.calls.slice(before);
  const services = new Set(calls.map(({ service }) => service));
  const writes = calls.filter(({ operation }) => operation === 'UpdateUserPool').length;
  return { ...run, outcomes: JSON.parse(run.stdout) as Outcome[], sandbox, services, writes };
};

describe('a replay of every recorded event', () => {
  it('gives one outcome for each file, writes once, and tells nobody', async () => {
    const { outcomes, exit, sandbox, services, writes } = await replayed('events', '--yes');

    expect(outcomes).toHaveLength(globSync('events/**/*.json').length);
    const kinds = new Set(outcomes.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['remediated', 'reported', 'compliant', 'gone', 'ignored']));
    expect(writes).toBe(1);
    expect([...services].toSorted()).toEqual(['cognito-idp', 'sts']);
    expect(sandbox.deliveries).toEqual([]);
    expect(exit).toBe(0);
  });

  it('writes nothing in a dry run', async () => {
    const { outcomes, exit, writes } = await replayed('events', '--dry-run');

    expect(outcomes.filter(({ kind }) => kind === 'remediated')).toEqual([]);
    expect(outcomes.some(({ kind }) => kind === 'planned')).toBe(true);
    expect({ writes, exit }).toEqual({ writes: 0, exit: 1 });
  });

  it('gives outcomes of the published schema', async () => {
    const schema = JSON.parse(readFileSync('docs/outcome.schema.json', 'utf8'));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

    const { outcomes } = await replayed('events', '--yes');

    const wrong = outcomes.flatMap((outcome) => (validate(outcome) ? [] : [validate.errors]));
    expect(wrong).toEqual([]);
  });
});

describe('a replay without an answer', () => {
  it('plans, says that nobody could be asked, and writes nothing', async () => {
    const { outcomes, stderr, exit, writes } = await replayed('events/update-user-pool/iam-user.json');

    expect(outcomes).toMatchObject([{ kind: 'planned', pool: { id: poolId } }]);
    expect(stderr).toContain('Nobody can be asked here, so nothing is written; --yes writes.');
    expect({ writes, exit }).toEqual({ writes: 0, exit: 1 });
  });

  it('names the pool, the account and the policies that it would write by', async () => {
    const { outcomes, stderr } = await replayed('events/update-user-pool/iam-user.json');

    const digest = outcomes[0]?.policyDigest.slice(0, 'sha256:'.length + 12);
    expect(stderr).toContain(
      `Write 1 change to ${poolId} in account 111122223333, by the policies in test/cli/policies/floor (${digest})?`,
    );
  });

  it('keeps to a dry run where --yes is given too', async () => {
    const { writes } = await replayed('events/update-user-pool/iam-user.json', '--dry-run', '--yes');

    expect(writes).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { createQuotas } from '../../../src/sandbox/cognito/quotas.ts';
import { NOON, sandboxFixture } from '../sandbox-fixture.ts';

const call = (operation: string, milliseconds = 0, region = 'eu-west-1') => ({
  operation,
  region,
  at: new Date(NOON.getTime() + milliseconds),
});

/** Takes as many as a second has room for. */
const filled = () => {
  const quotas = createQuotas();
  for (let index = 0; index < 15; index += 1) quotas.takes(call('DescribeUserPool', index));
  return quotas;
};

describe('quotas of calls', () => {
  it('have room for fifteen in any second', () => {
    const quotas = filled();

    expect(quotas.takes(call('GetUserPoolMfaConfig', 999))).toBe(false);
    expect(quotas.takes(call('ListUserPools', 1000))).toBe(true);
    expect(quotas.takes(call('ListUserPools', 1000))).toBe(false);
  });

  it('are each Region’s own, and apart for writes', () => {
    const quotas = filled();

    expect(quotas.takes(call('DescribeUserPool', 20, 'us-east-1'))).toBe(true);
    expect(quotas.takes(call('UpdateUserPool', 20))).toBe(true);
  });
});

describe('a sandbox with quotas', () => {
  it('refuses what is over them as AWS does, and takes it a second later', async () => {
    const { sandbox, clock, createPool, describe: look } = await sandboxFixture({ quotas: true });
    const id = await createPool();
    for (let index = 0; index < 15; index += 1) await look(id);

    await expect(look(id)).rejects.toThrow('Rate exceeded');

    clock.advance(1);
    await expect(look(id)).resolves.toMatchObject({ Id: id });
    expect(sandbox.calls.at(-2)?.answer).toMatchObject({ code: 'TooManyRequestsException' });
  });

  it('refuses nothing where nobody asked for them', async () => {
    const { createPool, describe: look } = await sandboxFixture();
    const id = await createPool();

    for (let index = 0; index < 40; index += 1) await expect(look(id)).resolves.toMatchObject({ Id: id });
  });
});

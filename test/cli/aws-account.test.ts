import { describe, expect, it } from 'vitest';
import { notTold } from '../../src/cli/aws-account.ts';
import { exitCode } from '../../src/cli/exit-code.ts';

const leadsNowhere = Object.assign(new Error('getaddrinfo ENOTFOUND sts.eu-west-9.amazonaws.com'), {
  code: 'ENOTFOUND',
});

describe('where AWS does not tell who asks', () => {
  it('a Region that nobody knows, and whose endpoint leads nowhere, is a mistake in the command', () => {
    const doubt = { regions: ['eu-west-9'], why: 'Not allowed.' };

    const error = notTold(leadsNowhere, 'eu-west-9', doubt);

    expect(error.exitCode).toBe(exitCode.usage);
    expect(error.message).toMatch(/^There is no Region eu-west-9; did you mean eu-west-1\?/);
  });

  it('a Region that the SDK knows is there, and only AWS out of reach', () => {
    const error = notTold(leadsNowhere, 'eu-west-1');

    expect(error.exitCode).toBe(exitCode.aws);
    expect(error.message).toContain('sts:GetCallerIdentity');
  });
});

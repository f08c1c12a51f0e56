import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CliError } from '../../src/cli/cli-error.ts';
import { exitCode } from '../../src/cli/exit-code.ts';
import { ledgerAt } from '../../src/cli/ledger-at.ts';
import { aPause } from '../support/a-pause.ts';
import { aFolderWith } from './a-cli-world.ts';

describe('a ledger in a folder', () => {
  it('that can’t be written is out of reach, and no defect', async () => {
    const file = join(await aFolderWith({ 'a-file': '' }, onTestFinished), 'a-file');
    const { desk } = await ledgerAt({ ledger: file, stage: 'prod' }, { region: 'eu-west-1' });

    const pausing = desk.pause(aPause());

    await expect(pausing).rejects.toBeInstanceOf(CliError);
    await expect(pausing).rejects.toMatchObject({
      exitCode: exitCode.aws,
      message: expect.stringContaining(`The ledger in the folder ${file} can't be used: Error: EEXIST`),
    });
  });
});

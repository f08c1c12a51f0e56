import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { CliError } from '../../src/cli/cli-error.ts';
import { type ValidateOptions, validate } from '../../src/cli/commands/validate.ts';

const policy = (atLeast: number): string => `name: baseline
description: A case.
mode: remediate
appliesTo: {}
rules:
  - id: length
    severity: high
    setting: Policies.PasswordPolicy.MinimumLength
    atLeast: ${atLeast}
    why: Because.
`;

const gitIn =
  (cwd: string) =>
  (...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: devNull,
        GIT_CONFIG_SYSTEM: devNull,
        GIT_AUTHOR_NAME: 'Developer',
        GIT_AUTHOR_EMAIL: 'developer@example.com',
        GIT_COMMITTER_NAME: 'Developer',
        GIT_COMMITTER_EMAIL: 'developer@example.com',
      },
    });

/** A repository with policies that ask for 14 characters in the commit `first`, which each test gets a copy of. */
const original = await realpath(await mkdtemp(join(tmpdir(), 'lifeguard-git-')));

beforeAll(async () => {
  const git = gitIn(original);
  const folder = join(original, 'policies');
  await mkdir(join(folder, 'examples'), { recursive: true });
  await writeFile(join(original, 'readme.md'), 'A repository.\n');
  git('init', '--quiet', '--template=');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Empty');
  git('tag', 'empty');
  await writeFile(join(folder, 'baseline.yaml'), policy(14));
  await writeFile(join(folder, 'owners.yaml'), 'not: compared');
  await writeFile(join(folder, 'notes.txt'), 'not a policy');
  await writeFile(join(folder, 'examples', 'other.yaml'), 'not: a policy');
  git('add', '.');
  git('commit', '--quiet', '--message', 'First');
  git('tag', 'first');
  await rm(join(folder, 'owners.yaml'));
});

afterAll(() => rm(original, { recursive: true }));

const aRepository = async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'lifeguard-git-')));
  onTestFinished(() => rm(root, { recursive: true }));
  await cp(original, root, { recursive: true });
  const folder = join(root, 'policies');
  return {
    root,
    folder,
    git: gitIn(root),
    write: (text: string) => writeFile(join(folder, 'baseline.yaml'), text),
  };
};

const run = async (folder: string, options: ValidateOptions) => {
  const printed = { out: '', err: '' };
  const out = vi.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.out += `${line}\n`;
  });
  const err = vi.spyOn(console, 'error').mockImplementation((line: string) => {
    printed.err += `${line}\n`;
  });
  try {
    const exit = await validate(relative('', folder), options);
    return { exit, ...printed };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
};

describe('lifeguard validate --against', () => {
  it('lists what was loosened, with its place, and ends with 1', async () => {
    const { folder, write } = await aRepository();
    await write(policy(8));

    const { exit, out } = await run(folder, { against: 'first' });

    expect(exit).toBe(1);
    expect(out).toContain(
      `${relative('', folder)}/baseline.yaml:6:5: rule-loosened: length asks for at least 8 instead of at least 14.\n`,
    );
  });

  it('ends with 0 where rules were only made stricter', async () => {
    const { folder, write } = await aRepository();
    await write(policy(16));

    const { exit, out } = await run(folder, { against: 'first' });

    expect([exit, out]).toEqual([0, expect.stringContaining('Nothing was loosened since first.')]);
  });

  it('prints JSON and nothing else on request', async () => {
    const { folder, write } = await aRepository();
    await write(policy(8));

    const { exit, out } = await run(folder, { against: 'first', format: 'json' });

    expect([exit, JSON.parse(out)]).toMatchObject([
      1,
      { against: 'first', loosened: [{ kind: 'rule-loosened', rule: 'length', source: { line: 6 } }] },
    ]);
  });

  it('says that a ref has no policies yet', async () => {
    const { folder } = await aRepository();

    const { exit, err } = await run(folder, { against: 'empty' });

    expect([exit, err]).toEqual([0, expect.stringContaining('empty has no policy files in ')]);
  });

  it.each(['no-such-ref', '--version', 'first:policies'])('refuses %s, which is no commit', async (ref) => {
    const { folder } = await aRepository();

    await expect(run(folder, { against: ref })).rejects.toThrow(
      new CliError(`git knows no commit ${ref} here.`, 2),
    );
  });

  it('refuses a folder that is in no repository', async () => {
    const { folder, root } = await aRepository();
    await rm(join(root, '.git'), { recursive: true });

    await expect(run(folder, { against: 'first' })).rejects.toThrow(/is in no git repository\./);
  });

  it('refuses to compare with policies that have mistakes, and shows them', async () => {
    const { folder, write, git } = await aRepository();
    await write(policy(5));
    git('commit', '--all', '--quiet', '--message', 'Mistaken');
    git('tag', 'mistaken');
    await write(policy(14));

    await expect(run(folder, { against: 'mistaken' })).rejects.toThrow(
      /The policies at mistaken have mistakes.*\nmistaken:.*\/baseline\.yaml:9:14: atLeast is 5/,
    );
  });

  it('looks at nothing while the policies themselves have mistakes', async () => {
    const { folder, write } = await aRepository();
    await write(policy(5));

    expect(await run(folder, { against: 'no-such-ref' })).toMatchObject({ exit: 2, out: '' });
  });

  it('lists what was loosened in the forms of a listing', async () => {
    const { folder, write } = await aRepository();
    await write(policy(8));

    const { exit, out } = await run(folder, { against: 'first', format: 'sarif' });

    expect([exit, JSON.parse(out).runs[0].results]).toMatchObject([
      1,
      [{ ruleId: 'rule-loosened', locations: [{ physicalLocation: { region: { startLine: 6 } } }] }],
    ]);
  });

  it('writes to a file, whole, and says where on standard error', async () => {
    const { folder } = await aRepository();
    const output = `${folder}/verdicts.json`;

    const { out, err } = await run(folder, { format: 'json', output });

    expect([out, err]).toEqual(['', `Written to ${output}.\n`]);
    expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ subjects: 1, verdicts: [] });
  });
});

describe('lifeguard validate', () => {
  it('warns of an exemption that has ended', async () => {
    const { folder } = await aRepository();
    await writeFile(
      join(folder, 'exemptions.yaml'),
      `exemptions:
  - pools: [arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123]
    rules: [length]
    reason: A case.
    approver: security@example.com
    ticket: SEC-1
    granted: 2020-01-01
    expires: 2020-01-31
`,
    );

    const { exit, err } = await run(folder, {});

    expect([exit, err]).toEqual([
      0,
      expect.stringContaining('warning: The exemption SEC-1 ended on 2020-01-31'),
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { audienceNames } from '../../src/cli/audience-names.ts';
import { audiences } from '../../src/cli/report/audiences.ts';
import { silenceText } from '../../src/cli/report/silence-text.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import type { Outcome } from '../../src/remediation/outcome.ts';
import { aNotice } from '../support/a-notice.ts';
import { aFinding, anUnwrittenOutcome } from '../support/an-outcome.ts';
import { finished, runCli, startCli, towards } from '../support/run-cli.ts';
import { sandboxWith, weakened } from './a-cli-world.ts';

const noticeOn = (input: string, ...args: string[]) =>
  finished(startCli(['notice', '-', ...args], {}, { input }));

describe('the notice command', () => {
  it('takes what a replay prints from standard input', async () => {
    const sandbox = await sandboxWith(weakened);
    const replay = ['replay', 'events/update-user-pool/iam-user.json', '--format', 'json', '--dry-run'];
    const { stdout } = await runCli(
      [...replay, '--policies', 'test/cli/policies/floor'],
      towards(sandbox.url),
    );

    const run = await noticeOn(stdout);

    expect(run).toMatchObject({ stderr: '', exit: 0 });
    expect(run.stdout).toMatch(/^Subject: .*\[.*HIGH\] .+\n\n.+ checkout-production/);
  });

  it('says that standard input holds nothing', async () => {
    expect(await noticeOn('')).toEqual({ stdout: '', stderr: 'standard input: it is empty.\n', exit: 2 });
  });
});

describe('an audience', () => {
  it.each(audienceNames)('%s gets JSON', (name) => {
    expect(JSON.stringify(audiences[name].json(aNotice()))).toMatch(/^\[?\{".+\}\]?$/);
  });
});

const swept = { kind: 'sweep', sweep: 'sweep-1', eventTime: '2026-11-23T09:05:00Z' } as const;

const silent: { readonly [why: string]: Partial<Outcome> } = {
  'people know of it already': { quiet: true },
  'another look answers for it': { kind: 'covered' },
  'no pool was looked at': { kind: 'ignored' },
  'the pool is as policy requires': { kind: 'compliant', findings: [] },
  'whoever asked for the plan has it': {
    kind: 'planned',
    causes: [{ kind: 'asked', eventTime: swept.eventTime }],
  },
  'the pool is gone, and no deletion of it was recorded': { kind: 'gone', findings: [] },
  'the digest tells what a sweep found standing': { kind: 'reported', causes: [swept] },
  'all that differs is exempt, or debt that the digest tells': {
    kind: 'reported',
    findings: [aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-01' } })],
  },
};

describe('an outcome of which nothing is told', () => {
  it.each(Object.entries(silent))('says in one sentence that %s', (why, overrides) => {
    const outcome = anUnwrittenOutcome(overrides);

    expect(noticeOf(outcome, {})).toBeUndefined();
    expect(silenceText(outcome)).toMatch(new RegExp(`^Nothing is told of outcome [^.]+: ${why}\\.$`));
  });
});

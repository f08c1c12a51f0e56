import { describe, expect, it } from 'vitest';
import { aNotice } from '../support/a-notice.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';

const by = (name: string) =>
  anActor({
    arn: `arn:aws:sts::111122223333:assumed-role/${name}/session`,
    sessionIssuer: `arn:aws:iam::111122223333:role/${name}`,
  });

const summaryOf = (notice: ReturnType<typeof aNotice>): string =>
  notice.summary.map((part) => (typeof part === 'string' ? part : part.text)).join('');

describe('of several callers', () => {
  const innocent = aCall({ eventId: 'first', actor: by('Innocent') });
  const asking = aCall({
    eventId: 'second',
    actor: by('Mallory'),
    asked: ['Policies.PasswordPolicy.MinimumLength'],
  });

  it('the one whose request asked for what was found is named first', () => {
    const notice = aNotice(anOutcome({ causes: [innocent, asking] }));

    expect(summaryOf(notice)).toContain('after UpdateUserPool by Mallory/session and 1 more call');
  });

  it('the first is, where nobody’s request says so', () => {
    const { asked: _, ...silent } = asking;

    expect(summaryOf(aNotice(anOutcome({ causes: [innocent, silent] })))).toContain('by Innocent/session');
  });
});

describe('a call that no rule speaks of', () => {
  it.each([
    ['CreateIdentityProvider', 'medium'],
    ['SetRiskConfiguration', 'medium'],
    ['CreateUserPoolClient', 'low'],
    ['UpdateManagedLoginBranding', 'info'],
  ])('%s is %s: what can take over sign-in is not lost among what changes its looks', (call, severity) => {
    const outcome = anUnwrittenOutcome({ findings: [], causes: [aCall({ call, governed: false })] });

    expect(aNotice(outcome).severity).toBe(severity);
  });
});

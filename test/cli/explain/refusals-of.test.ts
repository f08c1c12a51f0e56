import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySettingsRefusals, refusalsOf } from '../../../src/cli/explain/refusals-of.ts';
import { isGovernable, type KnownSetting, settings } from '../../../src/pool/settings.ts';
import { planChanges } from '../../../src/remediation/plan-changes.ts';
import { cautiousPlan } from '../../../src/remediation/plan-options.ts';
import { refusalCodes } from '../../../src/remediation/refusal.ts';
import { arbitraryValue } from '../../remediation/arbitrary-pool.ts';
import { aPoolSnapshot } from '../../support/a-pool-snapshot.ts';

const why = { kind: 'person', by: 'arn:aws:iam::111122223333:user/on-call', reason: 'to see' } as const;

const pools = {
  'as real ones are': aPoolSnapshot(),
  'on the lowest tier': aPoolSnapshot({ set: { UserPoolTier: 'LITE' } }),
  'without anything to send with': aPoolSnapshot({
    set: { SmsConfiguration: undefined, EmailConfiguration: undefined, LambdaConfig: undefined },
    mfaConfig: { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: undefined },
  }),
};

const written = settings.filter((row) => isGovernable(row) && row.calls[0] !== 'CreateUserPool');

const codesOf = (row: KnownSetting, to: unknown): readonly string[] =>
  Object.values(pools).flatMap((snapshot) =>
    planChanges(snapshot, [{ setting: row.path, to: to as never, why }], cautiousPlan)
      .refusals.filter((refusal) => refusal.settings.includes(row.path))
      .map(({ code }) => code),
  );

describe('the refusals that a change of a setting can meet', () => {
  it.each(written)('are all named for $path', (row) => {
    const known: readonly string[] = [...refusalsOf(row), ...anySettingsRefusals];

    fc.assert(
      fc.property(fc.oneof(arbitraryValue(row), fc.constant(null)), (to) => {
        expect(known).toEqual(expect.arrayContaining([...codesOf(row, to)]));
      }),
      { numRuns: 30 },
    );
  });

  it('are every refusal that there is, each about some settings or about all', () => {
    const some = new Set(written.flatMap(refusalsOf));

    expect([...some, ...anySettingsRefusals].toSorted()).toEqual([...refusalCodes].toSorted());
  });
});

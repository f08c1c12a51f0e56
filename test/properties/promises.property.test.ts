import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cognitoPools } from '../../src/pool/cognito-pools.ts';
import { afterChanges, beforeChanges } from '../../src/remediation/carry/carry-rules.ts';
import { couplings } from '../../src/remediation/couplings/couplings.ts';
import { refusalCodes } from '../../src/remediation/refusal.ts';
import type { Semantics } from '../../src/sandbox/cognito/semantics.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { inProcessCognito, region } from './a-cognito.ts';
import { arbitraryDemand } from './arbitrary-policies.ts';
import { arbitraryPool, type PoolPlan } from './arbitrary-pool.ts';
import { clock, holdTo } from './hold-to.ts';
import { howMany, suiteRuns } from './how-many.ts';
import { countReached } from './reached.ts';

const reached = countReached();
const allSemantics = ['worst', 'documented', 'measured'] as const;

/** No pool brings AWS to one of these answers. */
const unreachable: readonly string[] = [
  // An answer that we have no name for: the promise is that there is none.
  'refused-by-aws',
  // A person's undo, which no policy asks for: undo.property.test.ts.
  'changed-since',
];

const sandboxes = new Map<Semantics, Sandbox>();

beforeAll(async () => {
  for (const semantics of allSemantics)
    sandboxes.set(semantics, await startSandbox({ semantics, homeRegion: region, now: clock.now }));
});

afterAll(async () => {
  for (const sandbox of sandboxes.values()) await sandbox.close();
});

/** A Cognito of these semantics: the sandbox's operations alone, or behind its server and AWS's SDK. */
const cognitoOf = (semantics: Semantics, byHttp: boolean) => {
  const sandbox = sandboxes.get(semantics);
  if (!byHttp || !sandbox) return inProcessCognito(semantics, clock.now);
  const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'sandbox' };
  const door = cognitoPools(clock.now, { endpoint: sandbox.url, region, credentials });
  sandbox.faults.clear();
  return { pools: sandbox.pools, faults: sandbox.faults, door };
};

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const arbitrarySemantics = fc.constantFrom<Semantics[]>('worst', 'worst', 'worst', 'documented', 'measured');

/** AWS documents that an omitted DcrConfiguration is kept, and the merge relies on that; `worst` resets it. */
const possibleUnder = (plan: PoolPlan, semantics: Semantics): PoolPlan => {
  const { DcrConfiguration, ...settings } = plan.settings;
  return semantics === 'worst' ? { ...plan, settings } : plan;
};

describe('the promises, for any pool and any policies', () => {
  const { numRuns, seed } = howMany();

  it(`hold in ${numRuns} cases`, { timeout: numRuns * 200 }, async () => {
    console.log(`seed: ${seed}`);

    await fc.assert(
      fc.asyncProperty(
        arbitraryPool,
        arbitraryDemand,
        arbitrarySemantics,
        fc.nat({ max: 9 }),
        (plan, demand, semantics, drawn) =>
          holdTo(
            possibleUnder(plan, semantics),
            demand,
            semantics,
            cognitoOf(semantics, drawn === 9),
            reached,
          ),
      ),
      { numRuns, seed },
    );
  });

  // Fewer cases than the suite’s, as mutation testing runs, needn't come across everything.
  if (numRuns >= suiteRuns) {
    it('meet every coupling, every carry rule and every refusal', () => {
      console.log(reached.report());

      expect(
        reached.missed(
          'coupling',
          couplings.map(({ name }) => kebab(name)),
        ),
      ).toEqual([]);
      expect(
        reached.missed(
          'carry',
          [...beforeChanges, ...afterChanges].map(({ name }) => name),
        ),
      ).toEqual([]);
      expect(
        reached.missed(
          'refusal',
          refusalCodes.filter((code) => !unreachable.includes(code)),
        ),
      ).toEqual([]);
    });
  }
});

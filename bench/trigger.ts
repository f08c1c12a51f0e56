import type { Invoked } from '../test/support/lambda/a-lambda.ts';
import { deployedFunction } from './deployed-function.ts';
import type { Bench } from './row.ts';
import { runAlone } from './run-alone.ts';

const counted = ({ calls }: Invoked): number => calls.length;

/** How many calls stand between the trigger and the fix: those up to the write, of which those side by side are one. */
const untilFix = ({ calls }: Invoked): readonly string[] => {
  const operations = calls.map(({ operation }) => operation);
  const before = operations.slice(0, operations.indexOf('UpdateUserPool') + 1);
  // The pauses are read with the claim, and both looks at the pool go out together.
  return before.filter((operation) => operation !== 'GetItem' && operation !== 'GetUserPoolMfaConfig');
};

/** What an event costs the deployed function, counted on the wire, and whether it keeps anything of it. */
export const trigger: Bench = {
  name: 'trigger',
  run: async () => {
    const deployed = await deployedFunction();
    try {
      const compliant = await deployed.event();
      await deployed.weaken();
      const fixed = await deployed.event();
      const heaps: number[] = [];
      for (let event = 0; event < 1000; event += 1) {
        const { heapUsed } = await deployed.event();
        if (event === 99 || event === 999) heaps.push(heapUsed);
      }
      const [early = Number.NaN, late = Number.NaN] = heaps;
      const path = untilFix(fixed);
      return [
        {
          what: 'round trips from the trigger to the fix, with the ledger in DynamoDB',
          figure: path.length,
          unit: '',
          limit: 4,
          note: path.join(', '),
        },
        {
          what: 'of them to Cognito',
          figure: path.filter((operation) => operation.includes('UserPool')).length,
          unit: '',
          limit: 2,
        },
        {
          what: 'calls for a pool as required: claim with pauses, one look, release',
          figure: counted(compliant),
          unit: '',
          limit: 5,
          note: compliant.calls.map(({ operation }) => operation).join(', '),
        },
        {
          what: 'heap after 1,000 events, to that after 100',
          figure: late / early,
          unit: '×',
          limit: 1.1,
          note: `${(late / 1e6).toFixed(1)} MB`,
        },
      ];
    } finally {
      await deployed.close();
    }
  },
};

await runAlone(import.meta, trigger);

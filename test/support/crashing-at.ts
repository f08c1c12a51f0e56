import type { Outcome } from '../../src/remediation/outcome.ts';
import type { World } from '../../src/world.ts';

/** Every step of one look that can be the last one that a process takes. */
type Step = 'claim' | 'read' | 'remember' | 'write' | 'keep' | 'tell' | 'release';

/** A world that loses its process at the nth time that it comes to a step: before it, or just after its effect. */
export const crashingAt = (world: World, crash: Step, when: 'before' | 'after', nth = 1): World => {
  let count = 0;
  const doing =
    <Args extends unknown[], Result>(step: Step, act: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (step === crash) count += 1;
      const struck = step === crash && count === nth;
      if (struck && when === 'before') throw new Error('crash');
      const result = await act(...args);
      if (struck) throw new Error('crash');
      return result;
    };
  const { pools, ledger } = world;
  return {
    ...world,
    tell: doing('tell', world.tell),
    pools: { ...pools, read: doing('read', pools.read), write: doing('write', pools.write) },
    ledger: {
      claim: doing('claim', ledger.claim),
      pauses: ledger.pauses,
      remember: doing('remember', ledger.remember),
      keep: doing('keep', ledger.keep),
      note: ledger.note,
      defer: ledger.defer,
      release: doing('release', ledger.release),
      // A process that is gone gives nothing back: only the end of its lease does.
      abandon: async () => {},
    },
  };
};

/** Before and after each step. */
export const crashes = (['claim', 'read', 'remember', 'write', 'keep', 'tell', 'release'] as const).flatMap(
  (step) => (['before', 'after'] as const).map((when) => [step, when] as const),
);

/** People get each outcome once, however often it is handed over. */
export const distinct = (told: readonly Outcome[]): Outcome[] => [
  ...new Map(told.map((outcome) => [outcome.id, outcome])).values(),
];

import type { Ledgers } from '../../../src/ledger/ledgers.ts';
import type { Chance } from './chance.ts';
import type { Life } from './life.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

/** The ledger as one process has it: each step takes a few milliseconds, and fails before or after its effect. */
export const ledgersOf = (
  { looks, notices, book, desk, members }: Ledgers,
  life: Life,
  {
    time,
    chance,
    weather,
  }: { readonly time: VirtualTime; readonly chance: Chance; readonly weather: Weather },
): Ledgers => {
  const taking =
    <Args extends unknown[], Result>(name: string, act: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      life.step(name, async () => {
        await time.wait(chance.between(2, 12));
        const failure = chance.happens(weather.share('ledger'))
          ? chance.pick(['before', 'after'])
          : undefined;
        if (failure === 'before') throw new Error(`The ledger can't be reached: ${name}`);
        const result = await act(...args);
        await time.wait(chance.between(2, 12));
        if (failure === 'after') throw new Error(`The ledger gave no answer: ${name}`);
        return result;
      });
  return {
    desk,
    members,
    looks: {
      claim: taking('claim', looks.claim),
      remember: taking('remember', looks.remember),
      keep: taking('keep', looks.keep),
      note: taking('note', looks.note),
      release: taking('release', looks.release),
      defer: taking('defer', looks.defer),
      abandon: taking('abandon', looks.abandon),
      pauses: taking('read the pauses', looks.pauses),
    },
    notices: {
      isTold: taking('isTold', notices.isTold),
      begin: taking('begin to tell', notices.begin),
      giveBack: taking('give back', notices.giveBack),
      told: taking('told', notices.told),
      isRepeat: taking('hold against what was told', notices.isRepeat),
      admit: taking('admit', notices.admit),
      hold: taking('hold', notices.hold),
      held: taking('read what was held', notices.held),
    },
    book: {
      read: taking('read the account', book.read),
      replace: taking('replace the account', book.replace),
      pauses: taking('pauses', book.pauses),
      damagedPauses: taking('count what is no pause', book.damagedPauses),
      mendPauses: taking('take away what is no pause', book.mendPauses),
      resume: taking('resume', book.resume),
      notes: async function* (sweep) {
        yield* await taking('notes', () => Array.fromAsync(book.notes(sweep)))();
      },
      outcome: taking('read an outcome', book.outcome),
      madeAt: book.madeAt,
      members: book.members,
    },
  };
};

import type { Measured } from '../rehearsal/measure-omission.ts';
import { counted } from './counted.ts';
import { inertLine } from './inert.ts';
import { paint } from './paint.ts';

/** What UpdateUserPool did with each member that it was not told, beside what the catalogue goes by. */
export const measuredText = (measured: readonly Measured[]): string => {
  const width = Math.max(...measured.map(({ member }) => member.length));
  const unsafe = measured.filter(({ isSafe }) => !isSafe).length;
  return [
    'What UpdateUserPool does with a member that it is not told:',
    ...measured.map((each) => {
      const { member, seen, catalogue, after, refused } = each;
      const what =
        seen === 'reset'
          ? after === null
            ? 'gone'
            : `now ${inertLine(JSON.stringify(after), 60)}`
          : inertLine(refused ?? '', 60);
      const row = `${each.isSafe ? ' ' : '✗'} ${member.padEnd(width)}  ${seen.padEnd(7)}  ${catalogue === 'sent' ? 'always sent' : 'left out'}  ${what}`;
      return each.isSafe ? row.trimEnd() : paint.bad(row.trimEnd());
    }),
    unsafe === 0
      ? 'Nothing that omission resets is left out of our writes.'
      : paint.bad(
          `${counted(unsafe, 'member')} that omission resets ${unsafe === 1 ? 'is' : 'are'} left out of our writes: please report it.`,
        ),
  ].join('\n');
};

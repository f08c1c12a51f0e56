import { setTimeout } from 'node:timers/promises';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { reasonOf } from '../live/reason-of.ts';
import { inert } from '../report/inert.ts';
import { lookUp } from './look-up.ts';
import type { Progress } from './progress.ts';
import type { Period } from './report.ts';
import { takeText } from './take-files.ts';
import type { Tally } from './tally.ts';

/**
 * Has a tally take the records of Regions' event histories, the Regions side by side. A Region whose history can't be
 * read, or not to its end, is noted there, and the others go on.
 * @returns how many Regions were read
 */
export const readHistory = async (
  { from, to, regions }: Period,
  tally: Tally,
  progress: Progress,
): Promise<number> => {
  const covered = new Map<string, number>();
  let records = 0;
  const readRegion = async (region: string): Promise<boolean> => {
    const onPage = (part: number): void => {
      covered.set(region, part);
      const all = [...covered.values()].reduce((sum, each) => sum + each, 0);
      progress.at(all / regions.length, records, 'records');
    };
    const client = new CloudTrailClient({ region });
    const history = { client, from, to, now: () => new Date(), wait: setTimeout, onPage };
    try {
      for await (const text of lookUp(history)) {
        records += 1;
        takeText(tally, inert(region), text);
      }
      return true;
    } catch (error) {
      tally.missRegion(region, reasonOf(error));
      onPage(1);
      return false;
    }
  };
  const read = await Promise.all(regions.map(readRegion));
  return read.filter(Boolean).length;
};
